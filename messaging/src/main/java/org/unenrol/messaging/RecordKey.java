package org.unenrol.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.CloudEvent;

/** A secret by which the services know their own records (HMAC-SHA-256, RFC 2104). */
final class RecordKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ABSENT = -1;

    private final String name;
    private final SecretKeySpec key;

    RecordKey(String name, byte[] secret) {
        this.name = name;
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String name() {
        return name;
    }

    /**
     * Signs a record as a whole: elsewhere, under another key, with another header or another body
     * it is another one. Each part goes after its length, so that none can take from its neighbour.
     */
    byte[] sign(String topic, @Nullable String key, Headers headers, byte @Nullable [] body) {
        Mac mac = mac();
        add(mac, bytes(topic));
        add(mac, bytes(key));
        for (String name : CloudEvent.NAMES) {
            Header header = headers.lastHeader(name);
            add(mac, header == null ? null : header.value());
        }
        add(mac, body);
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Mac mac, byte @Nullable [] part) {
        int length = part == null ? ABSENT : part.length;
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        if (part != null) {
            mac.update(part);
        }
    }
}
