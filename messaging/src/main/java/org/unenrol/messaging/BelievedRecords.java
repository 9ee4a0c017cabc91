package org.unenrol.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets through what is believed of the records that come, and sets aside the rest. */
final class BelievedRecords {

    private final RecordSignatures signatures;
    private final DeadLetters deadLetters;
    private final Map<Forgery, Counter> counts = new EnumMap<>(Forgery.class);

    BelievedRecords(RecordSignatures signatures, DeadLetters deadLetters, MeterRegistry meters) {
        this.signatures = signatures;
        this.deadLetters = deadLetters;
        for (Forgery forgery : Forgery.values()) {
            counts.put(
                    forgery,
                    Counter.builder("unenrol.records.forged")
                            .tag("reason", forgery.name())
                            .description("Records set aside as no service had signed them")
                            .register(meters));
        }
    }

    /**
     * Gives those that are believed, in the same order; the others are set aside when this returns.
     *
     * @throws RuntimeException when the broker cannot be reached
     */
    List<ConsumerRecord<String, byte[]>> of(List<ConsumerRecord<String, byte[]>> batch) {
        List<ConsumerRecord<String, byte[]>> believed = new ArrayList<>(batch.size());
        List<ForgedRecord> forged = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> one : batch) {
            Optional<Forgery> forgery = signatures.forgery(one);
            if (forgery.isEmpty()) {
                believed.add(one);
            } else {
                forged.add(new ForgedRecord(one, forgery.get()));
            }
        }
        setAside(forged);
        return believed;
    }

    private void setAside(List<ForgedRecord> forged) {
        if (forged.isEmpty()) {
            return;
        }
        deadLetters.keep(forged);
        for (ForgedRecord one : forged) {
            Counter count = counts.get(one.forgery());
            if (count != null) {
                count.increment();
            }
        }
    }
}
