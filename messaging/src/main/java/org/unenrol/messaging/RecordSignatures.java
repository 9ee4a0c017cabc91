package org.unenrol.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Topics;

/**
 * Signs the records of internal topics, and tells which of those that come were signed by a
 * service. Other topics are not looked at. Safe for use by several threads.
 */
public final class RecordSignatures {

    /** The header: {@code v1,<name of the key>,<base64>}. */
    static final String HEADER = "unenrol-signature";

    private static final String VERSION = "v1";
    private static final String SEPARATOR = ",";
    private static final int PARTS = 3;

    private final RecordKeys keys;

    RecordSignatures(RecordKeys keys) {
        this.keys = keys;
    }

    /**
     * Signs with the only key that there is.
     *
     * @throws RecordKeysException when it is none
     */
    public static RecordSignatures with(String keyName, String secret) {
        return new RecordSignatures(
                new RecordKeys(new RecordSettings(Map.of(keyName, secret), keyName)));
    }

    /** Adds the signature where the topic is internal; everything else must be there already. */
    public void sign(ProducerRecord<String, byte[]> produced) {
        if (Topics.isInternal(produced.topic())) {
            produced.headers().add(HEADER, signature(produced).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String signature(ProducerRecord<String, byte[]> produced) {
        RecordKey key = keys.signing();
        byte[] signature =
                key.sign(produced.topic(), produced.key(), produced.headers(), produced.value());
        return String.join(
                SEPARATOR, VERSION, key.name(), Base64.getEncoder().encodeToString(signature));
    }

    /**
     * Tells why a record is not to be believed.
     *
     * @return empty for one that a service has signed, and for any of a topic that is not internal
     */
    public Optional<Forgery> forgery(ConsumerRecord<String, byte[]> received) {
        if (!Topics.isInternal(received.topic())) {
            return Optional.empty();
        }
        Header header = received.headers().lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.of(Forgery.UNSIGNED);
        }
        String[] parts = new String(header.value(), StandardCharsets.UTF_8).split(SEPARATOR, -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return Optional.of(Forgery.UNSIGNED);
        }
        return forgery(received, keys.named(parts[1]), parts[2]);
    }

    private static Optional<Forgery> forgery(
            ConsumerRecord<String, byte[]> received, @Nullable RecordKey key, String signature) {
        if (key == null) {
            return Optional.of(Forgery.UNKNOWN_KEY);
        }
        byte[] right =
                key.sign(received.topic(), received.key(), received.headers(), received.value());
        return isSame(right, signature) ? Optional.empty() : Optional.of(Forgery.WRONG_SIGNATURE);
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean isSame(byte[] right, String signature) {
        try {
            return MessageDigest.isEqual(right, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
