package org.unenrol.test.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The key of the records in tests. It signs as {@code docs/messages.md} says, and uses no class of
 * the product.
 */
public final class TestRecordKey {

    private static final String NAME = "test";
    private static final byte[] SECRET =
            "only for tests: forty bytes of no secret".getBytes(StandardCharsets.UTF_8);
    private static final String HEADER = "unenrol-signature";
    private static final List<String> SIGNED =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    "ce_subject",
                    "content-type",
                    "ce_callmillis");

    private TestRecordKey() {}

    /** The setting that gives it to a service, as an argument. */
    public static String argument() {
        return "--unenrol.records.keys." + NAME + "=" + secret();
    }

    /** The secret in base64. */
    public static String secret() {
        return Base64.getEncoder().encodeToString(SECRET);
    }

    /** Signs a record whose key is text. */
    public static void sign(ProducerRecord<String, byte[]> record) {
        String key = record.key();
        sign(record, key == null ? null : key.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs a record, in place of whoever has signed it before. */
    public static void signBytes(ProducerRecord<byte[], byte[]> record) {
        sign(record, record.key());
    }

    private static void sign(ProducerRecord<?, byte[]> record, byte @Nullable [] key) {
        record.headers().remove(HEADER);
        String signature = Base64.getEncoder().encodeToString(hmac(signed(record, key)));
        record.headers()
                .add(HEADER, ("v1," + NAME + "," + signature).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signed(ProducerRecord<?, byte[]> record, byte @Nullable [] key) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(signed)) {
            write(out, record.topic().getBytes(StandardCharsets.UTF_8));
            write(out, key);
            for (String name : SIGNED) {
                Header header = record.headers().lastHeader(name);
                write(out, header == null ? null : header.value());
            }
            write(out, record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signed.toByteArray();
    }

    private static void write(DataOutputStream out, byte @Nullable [] part) throws IOException {
        out.writeInt(part == null ? -1 : part.length);
        out.write(part == null ? new byte[0] : part);
    }

    private static byte[] hmac(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, mac.getAlgorithm()));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
