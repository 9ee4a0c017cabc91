package org.unenrol.guarantees.weave;

import static org.unenrol.guarantees.weave.CrashPoint.When.AFTER;
import static org.unenrol.guarantees.weave.CrashPoint.When.BEFORE;

import java.util.EnumSet;
import java.util.Set;

/** A place at which a process can be made to die: before or after a method of the product. */
public enum CrashPoint {
    BEFORE_ACCEPTANCE("INGEST", BEFORE, "org.unenrol.ledger.Imports", "submit"),
    AFTER_ACCEPTANCE("INGEST", AFTER, "org.unenrol.ledger.Imports", "submit"),
    BEFORE_CLAIM("INGEST", BEFORE, "org.unenrol.ledger.dispatch.DispatchLeases", "advance"),
    AFTER_CLAIM("INGEST", AFTER, "org.unenrol.ledger.dispatch.DispatchLeases", "advance"),
    BEFORE_ROWS_SENT("INGEST", BEFORE, "org.unenrol.messaging.MessagePublisher", "publish"),
    AFTER_ROWS_ACKNOWLEDGED("INGEST", AFTER, "org.unenrol.messaging.MessagePublisher", "publish"),
    BEFORE_REST_SETTLED(
            "INGEST", BEFORE, "org.unenrol.ledger.dispatch.DispatchLeases", "restSettled"),
    AFTER_STALL_NOTED("INGEST", AFTER, "org.unenrol.ledger.dispatch.StalledImports", "take"),
    BEFORE_REQUEST_COMMIT("INGEST", AFTER, "org.unenrol.ledger.upstream.UpstreamRequests", "take"),
    AFTER_REQUEST_COMMIT(
            "INGEST", AFTER, "org.unenrol.ledger.upstream.UpstreamRequests", "receive"),
    IN_REQUEST_ASSEMBLY("INGEST", BEFORE, "org.unenrol.ledger.upstream.ReadyRequests", "renew"),
    BEFORE_REQUEST_ACCEPTED(
            "INGEST", BEFORE, "org.unenrol.ledger.upstream.ReadyRequests", "markAccepted"),
    BEFORE_REQUEST_ACCEPTED_COMMIT(
            "INGEST", AFTER, "org.unenrol.ledger.reply.RequestReplies", "accepted"),
    AFTER_REQUEST_ACCEPTED_COMMIT(
            "INGEST", AFTER, "org.unenrol.ledger.upstream.ReadyRequests", "accept"),

    BEFORE_ENDING("WORKER", BEFORE, "org.unenrol.platform.postgres.Enrolments", "end"),
    BEFORE_ENDING_COMMIT(
            "WORKER", AFTER, "org.unenrol.platform.postgres.PostgresRowSettler", "settleNow"),
    AFTER_ENDING_COMMIT(
            "WORKER", AFTER, "org.unenrol.platform.postgres.PostgresRowSettler", "settle"),
    AFTER_OUTCOMES_ACKNOWLEDGED(
            "WORKER", AFTER, "org.unenrol.messaging.MessagePublisher", "publish"),
    AFTER_OFFSETS_COMMITTED(
            "WORKER", AFTER, "org.apache.kafka.clients.consumer.KafkaConsumer", "commitSync"),

    BEFORE_RECORD_COMMIT(
            "NOTIFIER", AFTER, "org.unenrol.ledger.lifecycle.ImportLifecycle", "received"),
    AFTER_RECORD_COMMIT("NOTIFIER", AFTER, "org.unenrol.ledger.outcome.OutcomeRecorder", "record"),
    AFTER_FENCE_CLOSED(
            "NOTIFIER", AFTER, "org.unenrol.platform.postgres.PostgresImportFence", "close"),
    BEFORE_RESULTS_KEPT("NOTIFIER", BEFORE, "org.unenrol.ledger.results.ResultsQueue", "complete"),
    BEFORE_END_COMMIT(
            "NOTIFIER", AFTER, "org.unenrol.ledger.lifecycle.ImportLifecycle", "announce"),
    AFTER_END_COMMIT("NOTIFIER", AFTER, "org.unenrol.ledger.results.ResultsQueue", "complete"),
    AFTER_MAIL_TAKEN("NOTIFIER", AFTER, "org.unenrol.ledger.mail.MailOutbox", "take"),
    BEFORE_MAIL_MARKED("NOTIFIER", BEFORE, "org.unenrol.ledger.mail.MailOutbox", "sent"),
    AFTER_MAIL_MARKED("NOTIFIER", AFTER, "org.unenrol.ledger.mail.MailOutbox", "sent"),
    BEFORE_EVENT_MARKED("NOTIFIER", BEFORE, "org.unenrol.ledger.event.EventOutbox", "mark"),
    BEFORE_ROW_REPLIES_MARKED("NOTIFIER", BEFORE, "org.unenrol.ledger.reply.ReplyQueue", "advance"),
    BEFORE_REPLIES_MARKED("NOTIFIER", BEFORE, "org.unenrol.ledger.reply.ReplyQueue", "published"),
    AFTER_REPLIES_MARKED("NOTIFIER", AFTER, "org.unenrol.ledger.reply.ReplyQueue", "published");

    /** On which side of the method. */
    enum When {
        BEFORE,
        /** Not passed by a method that has found nothing to do. */
        AFTER
    }

    private final String service;
    private final When when;
    private final String type;
    private final String method;

    CrashPoint(String service, When when, String type, String method) {
        this.service = service;
        this.when = when;
        this.type = type;
        this.method = method;
    }

    /** Points that are passed only where there are requests of upstream systems. */
    public static Set<CrashPoint> ofRequests() {
        Set<CrashPoint> points =
                EnumSet.range(BEFORE_REQUEST_COMMIT, AFTER_REQUEST_ACCEPTED_COMMIT);
        points.addAll(EnumSet.range(BEFORE_ROW_REPLIES_MARKED, AFTER_REPLIES_MARKED));
        return points;
    }

    /** The service whose processes die there. */
    public String service() {
        return service;
    }

    When when() {
        return when;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }
}
