package org.unenrol.ingest.upstream;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.ledger.upstream.RequestRefusal;
import org.unenrol.ledger.upstream.SetAsideRecords;
import org.unenrol.ledger.upstream.SourceRules;
import org.unenrol.ledger.upstream.UpstreamRequests;
import org.unenrol.messaging.BatchHandling;
import org.unenrol.messaging.BatchHandlings;
import org.unenrol.messaging.DeadLetters;
import org.unenrol.model.Topics;
import org.unenrol.model.upstream.RefusalReason;

/**
 * Receives records of requests into the ledger. One that cannot be taken in is refused by an answer
 * where it tells its request, and else set aside with the reason.
 */
final class RequestListener {

    /** The group that reads the topics of requests. */
    static final String GROUP = "ingest-service";

    private static final Logger log = LoggerFactory.getLogger(RequestListener.class);
    private static final int ALL = Integer.MAX_VALUE;

    private final RequestReader reader;
    private final Sources sources;
    private final UpstreamRequests requests;
    private final SetAsideRecords setAside;
    private final DeadLetters deadLetters;
    private final Runnable whole;
    private final BatchHandling handling;

    RequestListener(
            RequestReader reader,
            Sources sources,
            UpstreamRequests requests,
            SetAsideRecords setAside,
            DeadLetters deadLetters,
            Runnable whole,
            BatchHandlings handlings) {
        this.reader = reader;
        this.sources = sources;
        this.requests = requests;
        this.setAside = setAside;
        this.deadLetters = deadLetters;
        this.whole = whole;
        this.handling = handlings.of(this::receive, this::notProcessable, () -> ALL);
    }

    /** Few at a time, as each may have a megabyte of rows. */
    @KafkaListener(
            id = GROUP,
            topics = "#{@upstreamTopics.requests()}",
            concurrency = "${unenrol.upstream.concurrency:2}",
            properties = {
                "max.poll.records=50",
                "fetch.max.bytes=8388608",
                "max.partition.fetch.bytes=2097152"
            })
    void onRequests(List<ConsumerRecord<String, byte[]>> records) {
        handling.handle(records);
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(this::receive);
    }

    private void receive(ConsumerRecord<String, byte[]> received) {
        String source = Topics.sourceOf(received.topic());
        SourceRules rules = sources.rules(source);
        try {
            ReceivedRequest request = reader.read(received, rules);
            RequestKey key = new RequestKey(source, request.requestId());
            if (requests.receive(key, request.record(), rules, position(received))) {
                whole.run();
            }
        } catch (RefusedRecordException e) {
            refuse(received, e);
        }
    }

    private void refuse(ConsumerRecord<String, byte[]> received, RefusedRecordException e) {
        String source = Topics.sourceOf(received.topic());
        String requestId = e.requestId();
        log.info("source={} {} refused: {}", source, position(received), e.getMessage());
        if (requestId == null) {
            deadLetters.keep(received, e);
            setAside.add(source, position(received), e.refusal().reason().name());
        } else {
            requests.refuse(
                    new RequestKey(source, requestId),
                    e.refusal(),
                    sources.rules(source),
                    position(received));
        }
    }

    /** Gets a record that has failed alone again and again. */
    private void notProcessable(ConsumerRecord<String, byte[]> received, RuntimeException failure) {
        deadLetters.keep(received, failure);
        refuse(
                received,
                new RefusedRecordException(
                        RequestRefusal.of(RefusalReason.NOT_PROCESSABLE),
                        RequestIds.isFit(received.key()) ? received.key() : null));
    }

    private static String position(ConsumerRecord<String, byte[]> received) {
        return received.topic() + "-" + received.partition() + "@" + received.offset();
    }
}
