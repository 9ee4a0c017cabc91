package org.unenrol.benchmarks.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.unenrol.messaging.Forgery;
import org.unenrol.messaging.RecordSignatures;
import org.unenrol.model.Topics;

/** Microseconds to sign the record of one row, and to find it signed, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Signing {

    private static final String SUBJECT = "6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11/17";
    private static final String ROW =
            """
            {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":17,"spreadsheetRow":18,"line":18,\
            "mode":"APPLY","submittedAt":"2026-11-23T22:28:00.123456Z","submittedBy":"global.admin",\
            "username":"amelia.hughes","activityReference":"FIRE-SAFETY-2026","sendEmail":"YES",\
            "validUntil":"2026-11-23T23:28:01Z"}""";

    private final RecordSignatures signatures =
            RecordSignatures.with("k1", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    private ConsumerRecord<String, byte[]> signed = received(row());

    /** Measures both and prints a table. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(Signing.class.getName()).build()).run();
    }

    @Setup
    public void sign() {
        signed = received(signing());
    }

    /** With the making of the record, which {@link #making()} measures alone. */
    @Benchmark
    public ProducerRecord<String, byte[]> signing() {
        ProducerRecord<String, byte[]> row = row();
        signatures.sign(row);
        return row;
    }

    @Benchmark
    public ProducerRecord<String, byte[]> making() {
        return row();
    }

    @Benchmark
    public Optional<Forgery> looking() {
        return signatures.forgery(signed);
    }

    private static ProducerRecord<String, byte[]> row() {
        ProducerRecord<String, byte[]> row =
                new ProducerRecord<>(Topics.ROWS, "amelia.hughes", bytes(ROW));
        row.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(SUBJECT))
                .add("ce_type", bytes("org.unenrol.row.unenrol"))
                .add("ce_source", bytes("/ingest-service"))
                .add("ce_subject", bytes(SUBJECT))
                .add("content-type", bytes("application/json"));
        return row;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> row) {
        return new ConsumerRecord<>(
                row.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                row.key(),
                row.value(),
                row.headers(),
                Optional.empty());
    }
}
