package org.unenrol.ledger.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.Ledger.WEBHOOK_OFFERS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.SERVER;
import static org.unenrol.ledger.upstream.Requests.KEY;
import static org.unenrol.ledger.upstream.Requests.READY;
import static org.unenrol.ledger.upstream.Requests.REQUESTS;
import static org.unenrol.ledger.upstream.Requests.ROWS;
import static org.unenrol.ledger.upstream.Requests.RULES;
import static org.unenrol.ledger.upstream.Requests.part;
import static org.unenrol.ledger.upstream.Requests.published;
import static org.unenrol.ledger.upstream.Requests.receive;
import static org.unenrol.ledger.upstream.Requests.receiveAt;
import static org.unenrol.ledger.upstream.Requests.state;
import static org.unenrol.ledger.upstream.Requests.waiting;
import static org.unenrol.ledger.upstream.Requests.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.ledger.upstream.RequestRecord.Cancel;
import org.unenrol.ledger.upstream.RequestRecord.Closed;
import org.unenrol.ledger.upstream.RequestRecord.LearnerLeft;
import org.unenrol.ledger.upstream.RequestRecord.Opened;
import org.unenrol.ledger.webhook.WebhookEvent;
import org.unenrol.model.Mode;
import org.unenrol.model.upstream.RefusalReason;

class UpstreamRequestsTests extends LedgerTestCase {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void receivesARequestOfOneRecord() {
        assertThat(receive(whole("ada", 3))).isTrue();

        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        assertThat(usernames()).containsExactly("ada1", "ada2", "ada3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void receivesALargeRequestInWhateverOrderItsRecordsCome(long seed) {
        List<RequestRecord> records =
                new ArrayList<>(
                        List.of(
                                new Opened(Mode.APPLY),
                                part(1, "ada", 2),
                                part(2, "bo", 1),
                                part(2, "bo", 1),
                                new Closed(2, 3)));
        Collections.shuffle(records, new Random(seed));

        records.forEach(Requests::receive);

        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        assertThat(usernames()).containsExactly("ada1", "ada2", "bo1");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isReadyWithItsChoiceAboutEmails() {
        receive(new Opened(Mode.APPLY, LearnerEmails.NONE));
        receive(part(1, "ada", 1));
        receive(new Closed(1, 1));

        assertThat(READY.acquire(UUID.randomUUID(), Set.of(KEY.source()), 9))
                .map(ReadyRequest::learnerEmails)
                .contains(LearnerEmails.NONE);
    }

    @Test
    void isRefusedWhereItMailsAndMailsNot() {
        receive(new Opened(Mode.APPLY));
        receive(new Opened(Mode.APPLY, LearnerEmails.NONE));

        assertThat(waiting()).containsExactly("REFUSED CONTRADICTED");
    }

    @Test
    void tellsWebhooksOfARequestThatIsRefusedButNotOfARecord() {
        List<WebhookEvent> told = new ArrayList<>();
        receive(new RequestKey("records", "r-9"), whole("ada", 1));
        receive(new RequestKey("records", "r-9"), whole("bo", 1));
        receive(new Opened(Mode.APPLY));
        receive(new Cancel());

        WEBHOOK_OFFERS.offerNext(
                9,
                event -> {
                    told.add(event);
                    return List.of();
                });

        assertThat(told).extracting(WebhookEvent::source).containsExactly(KEY.source());
        assertThat(told)
                .extracting(WebhookEvent::subject)
                .containsExactly(new WebhookEvent.RefusedRequest(KEY.requestId(), "CANCELLED"));
    }

    @Test
    void waitsForEveryPart() {
        receive(new Opened(Mode.APPLY));
        receive(part(2, "bo", 1));
        receive(new Closed(2, 3));

        assertThat(state()).isEqualTo(RequestState.RECEIVING);
        assertThat(receive(part(1, "ada", 2))).isTrue();
    }

    @Test
    void refusesAnotherContentAndLeavesTheRequestAsItIs() {
        receive(whole("ada", 1));

        receive(whole("bo", 1));
        receive(new LearnerLeft("ada", "No"));

        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        assertThat(waiting())
                .containsExactly("REFUSED REQUEST_ID_REUSED", "REFUSED REQUEST_ID_REUSED");
        assertThat(usernames()).containsExactly("ada1");
    }

    @Test
    void refusesAnUnfinishedRequestWhosePartsContradictEachOther() {
        receive(new Opened(Mode.APPLY));
        receive(part(1, "ada", 1));

        receive(part(1, "bo", 1));

        assertThat(state()).isEqualTo(RequestState.REFUSED);
        assertThat(waiting()).containsExactly("REFUSED CONTRADICTED");
    }

    @Test
    void refusesAnUnfinishedRequestThatIsOpenedInTwoWays() {
        receive(new Opened(Mode.APPLY));

        receive(new Opened(Mode.VERIFY_ONLY));

        assertThat(waiting()).containsExactly("REFUSED CONTRADICTED");
    }

    @Test
    void refusesAPartThatIsNotThePartOfAWholeRequest() {
        receive(whole("ada", 1));

        receive(part(1, "ada", 1));
        assertThat(waiting()).isEmpty();
        receive(part(1, "bo", 1));
        receive(part(2, "ada", 1));

        assertThat(waiting())
                .containsExactly("REFUSED REQUEST_ID_REUSED", "REFUSED REQUEST_ID_REUSED");
        assertThat(usernames()).containsExactly("ada1");
    }

    @Test
    void refusesARequestThatHasOtherPartsOrRowsThanItsEndSays() {
        receive(new RequestKey("hr", "more-parts"), part(3, "ada", 1));
        receive(new RequestKey("hr", "more-parts"), new Closed(2, 2));
        receive(new RequestKey("hr", "more-rows"), part(1, "ada", 3));
        receive(new RequestKey("hr", "more-rows"), new Closed(2, 2));
        receive(new RequestKey("hr", "fewer-rows"), part(1, "ada", 1));
        receive(new RequestKey("hr", "fewer-rows"), new Closed(1, 2));

        assertThat(waiting()).hasSize(3).containsOnly("REFUSED MISCOUNTED");
    }

    @Test
    void refusesMoreRowsOrBytesThanTheSourceMaySend() {
        REQUESTS.receive(
                new RequestKey("hr", "rows"), whole("a", 3), Requests.rules(2, 10_000), "p@1");
        REQUESTS.receive(
                new RequestKey("hr", "bytes"), part(1, "a", 3), Requests.rules(9, 50), "p@2");
        REQUESTS.receive(
                new RequestKey("hr", "said"), new Closed(1, 3), Requests.rules(2, 10_000), "p@3");

        assertThat(waiting())
                .containsExactly(
                        "REFUSED TOO_MANY_ROWS", "REFUSED TOO_LARGE", "REFUSED TOO_MANY_ROWS");
    }

    @Test
    void keepsRequestsOfTheSameIdOfTwoSourcesApart() {
        receive(new RequestKey("hr", "same"), whole("ada", 1));
        receive(new RequestKey("records", "same"), whole("bo", 1));

        assertThat(waiting()).isEmpty();
        assertThat(count("select count(*) from imports.upstream_request")).isEqualTo(2);
    }

    @Test
    void answersARefusedRequestWithTheSameRefusalAgain() {
        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.NO_ROWS), RULES, "p@1");
        published();
        assertThat(waiting()).isEmpty();

        receive(whole("ada", 1));

        assertThat(waiting()).containsExactly("REFUSED NO_ROWS");
        assertThat(count("select count(*) from imports.upstream_part")).isZero();
    }

    @Test
    void answersARecordThatIsRefusedAgainWithTheSameRefusal() {
        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.NO_ROWS), RULES, "p@1");
        published();
        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.NO_ROWS), RULES, "p@1");
        assertThat(waiting()).isEmpty();

        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.NO_ROWS), RULES, "p@2");

        assertThat(waiting()).containsExactly("REFUSED NO_ROWS");
        assertThat(count("select count(*) from imports.upstream_reply")).isOne();
    }

    @Test
    void takesARedeliveryForNoNewQuestion() {
        receiveAt("p@7", whole("ada", 1));
        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.UNKNOWN_TYPE, "x"), RULES, "p@8");
        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.UNKNOWN_TYPE, "x"), RULES, "p@8");
        assertThat(waiting()).containsExactly("REFUSED UNKNOWN_TYPE");
        receive(new Cancel());
        published();
        published();

        receiveAt("p@7", whole("ada", 1));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void refusesARecordOfAWholeRequestAndLeavesThatAlone() {
        receive(whole("ada", 1));

        REQUESTS.refuse(KEY, RequestRefusal.of(RefusalReason.UNKNOWN_TYPE, "x"), RULES, "p@8");

        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        assertThat(waiting()).containsExactly("REFUSED UNKNOWN_TYPE");
    }

    @Test
    void refusesACancelledRequestThatIsNoImportYet() {
        receive(whole("ada", 1));

        receive(new Cancel());
        receive(whole("ada", 1));

        assertThat(state()).isEqualTo(RequestState.REFUSED);
        assertThat(waiting()).containsExactly("REFUSED CANCELLED");
    }

    @Test
    void refusesARequestThatWasCancelledBeforeItCame() {
        receive(new Cancel());
        receive(new Cancel());

        receive(whole("ada", 1));

        assertThat(state()).isEqualTo(RequestState.REFUSED);
        assertThat(waiting()).containsExactly("REFUSED CANCELLED");
    }

    @Test
    void refusesARequestThatIsNeverClosed() {
        receive(new Opened(Mode.APPLY));
        receive(part(1, "ada", 1));
        assertThat(REQUESTS.refuseUnfinished(HOUR)).isZero();

        SERVER.letPass(HOUR.plusMinutes(1), "imports.upstream_request", "touched_at");

        assertThat(REQUESTS.refuseUnfinished(HOUR)).isOne();
        assertThat(state()).isEqualTo(RequestState.REFUSED);
        assertThat(
                        JDBC.sql("select body ->> 'message' from imports.upstream_reply")
                                .query(String.class)
                                .single())
                .isEqualTo(
                        "No record of the request came for 60 minutes, and it was not whole: 1 part"
                                + " had come, and it had not been closed. Send it whole under a new"
                                + " requestId.");
    }

    @Test
    void refusesAnUnfinishedRequestAlsoWhenTheClockWasPutBack() {
        receive(new Opened(Mode.APPLY));
        SERVER.letPass(HOUR.multipliedBy(-3), "imports.upstream_request", "touched_at");

        assertThat(REQUESTS.refuseUnfinished(HOUR)).isZero();
        SERVER.letPass(HOUR.plusMinutes(1), "imports.upstream_request", "touched_at");

        assertThat(REQUESTS.refuseUnfinished(HOUR)).isOne();
    }

    @Test
    void keepsTheDigitsAndTheOrderOfFurtherMembers() {
        receive(whole("ada", 2));
        UUID id = request();

        Iterator<RequestRow> rows = ROWS.all(id, () -> {});

        assertThat(ROWS.names(id)).containsExactly("badge");
        assertThat(rows.next().cell("badge")).isEqualTo("1.10");
        assertThat(rows.next().others().toString()).isEqualTo("{badge=2.10}");
    }

    @Test
    void setsARecordAsideOnce() {
        SetAsideRecords aside = new SetAsideRecords(JDBC);

        aside.add("hr", "p@1", "UNREADABLE");
        aside.add("hr", "p@1", "UNREADABLE");

        assertThat(count("select count(*) from imports.upstream_set_aside where position = 'p@1'"))
                .isOne();
    }

    @Test
    void tellsTheHistoryOfASource() {
        RequestHistory history = new RequestHistory(JDBC);
        new SetAsideRecords(JDBC).add("old", "p@old", "UNREADABLE");
        receive(new RequestKey("old", "r-1"), whole("ada", 1));
        receive(new RequestKey("old", "r-2"), new Cancel());

        assertThat(history.of("old", 0, 10))
                .extracting(RequestEntry::requestId)
                .containsExactly("r-2", "r-1");
        assertThat(history.of("old", 1, 1))
                .extracting(RequestEntry::state)
                .containsExactly(RequestState.RECEIVED);
        SourceSummary summary = history.summary("old");
        assertThat(summary.requests()).isEqualTo(2);
        assertThat(summary.open()).isOne();
        assertThat(summary.refused()).isOne();
        assertThat(summary.setAside()).isOne();
        assertThat(summary.lastError()).isEqualTo("CANCELLED");
    }

    @Test
    void countsTheRequestsOfASource() {
        RequestHistory history = new RequestHistory(JDBC);
        new SetAsideRecords(JDBC).add("watched", "p@watched", "UNREADABLE");
        receive(new RequestKey("watched", "r-1"), whole("ada", 1));
        receive(new RequestKey("watched", "r-2"), new Cancel());
        receive(new RequestKey("watched", "r-3"), part(1, "bo", 1));
        JDBC.sql(
                        """
                        update imports.upstream_request set touched_at = now() - interval '5 minutes'
                        where source = 'watched'
                        """)
                .update();

        RequestCounts counts = history.counts("watched");

        assertThat(counts.open()).isEqualTo(2);
        assertThat(counts.waiting()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(counts.refused()).isOne();
        assertThat(counts.setAside()).isOne();
        assertThat(history.counts("nobody")).isEqualTo(new RequestCounts(0, Duration.ZERO, 0, 0));
    }

    private static int count(String sql) {
        return JDBC.sql(sql).query(Integer.class).single();
    }

    private static UUID request() {
        return JDBC.sql("select id from imports.upstream_request").query(UUID.class).single();
    }

    private static List<String> usernames() {
        List<String> usernames = new ArrayList<>();
        ROWS.all(request(), () -> {}).forEachRemaining(row -> usernames.add(row.cell("username")));
        return usernames;
    }
}
