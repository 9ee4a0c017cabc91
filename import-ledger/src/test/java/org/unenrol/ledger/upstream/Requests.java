package org.unenrol.ledger.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.unenrol.ledger.Ledger;
import org.unenrol.ledger.reply.ReplyOrder;
import org.unenrol.ledger.reply.ReplyQueue;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.model.Mode;

/** Requests of a source, and what became of them. */
final class Requests {

    static final RequestKey KEY = new RequestKey("hr", "r-1");
    static final SourceRules RULES = rules(100, 10_000);
    static final UpstreamRequests REQUESTS =
            new UpstreamRequests(JDBC, TRANSACTION, Ledger.IMPORTS);
    static final ReadyRequests READY = new ReadyRequests(JDBC, TRANSACTION, Ledger.LEASE);
    static final ReplyQueue REPLIES = new ReplyQueue(JDBC, Ledger.LEASE);
    static final RequestRows ROWS = new RequestRows(JDBC);

    private static int offset;

    private Requests() {}

    static SourceRules rules(int mostRows, long mostBytes) {
        return new SourceRules(
                "global.admin",
                Set.of(Mode.values()),
                Mode.VERIFY_ONLY,
                mostRows,
                mostBytes,
                true,
                "en");
    }

    /** Rows of learners whose usernames begin with the name. */
    static RowsJson rows(String name, int number) {
        String json =
                IntStream.rangeClosed(1, number)
                        .mapToObj(
                                i ->
                                        """
                                        {"username":"%s%d","activityReference":"FIRE","sendEmail":"No","badge":%d.10}"""
                                                .formatted(name, i, i))
                        .collect(Collectors.joining(",", "[", "]"));
        return new RowsJson(json.getBytes(UTF_8), number, List.of("badge"));
    }

    static RequestRecord whole(String name, int rows) {
        return new RequestRecord.Whole(Mode.APPLY, rows(name, rows));
    }

    static RequestRecord part(int part, String name, int rows) {
        return new RequestRecord.Part(part, rows(name, rows));
    }

    /** Receives a record from a place of its own on the topic. */
    static boolean receive(RequestRecord received) {
        return receive(KEY, received);
    }

    static boolean receive(RequestKey key, RequestRecord received) {
        return REQUESTS.receive(key, received, RULES, "topic-0@" + offset++);
    }

    static boolean receiveAt(String position, RequestRecord received) {
        return REQUESTS.receive(KEY, received, RULES, position);
    }

    static RequestState state() {
        return JDBC.sql("select state from imports.upstream_request where request_id = 'r-1'")
                .query(RequestState.class)
                .single();
    }

    /** The answers that wait, as type and variant or reason. */
    static List<String> waiting() {
        return JDBC.sql(
                        """
                        select type || coalesce(' ' || (body ->> 'reason'), '')
                        from imports.upstream_reply where published_at is null order by id
                        """)
                .query(String.class)
                .list();
    }

    static List<ReplyOrder> acquire(UUID owner) {
        return REPLIES.acquire(owner, 1_000, 10);
    }

    /** Publishes what waits, as far as it may be now. */
    static List<ReplyOrder> published() {
        UUID owner = UUID.randomUUID();
        List<ReplyOrder> orders = acquire(owner);
        REPLIES.published(orders.stream().map(ReplyOrder::id).toList(), owner);
        return orders;
    }
}
