package org.unenrol.ledger.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.SERVER;
import static org.unenrol.ledger.upstream.Requests.READY;
import static org.unenrol.ledger.upstream.Requests.REPLIES;
import static org.unenrol.ledger.upstream.Requests.acquire;
import static org.unenrol.ledger.upstream.Requests.published;
import static org.unenrol.ledger.upstream.Requests.receive;
import static org.unenrol.ledger.upstream.Requests.receiveAt;
import static org.unenrol.ledger.upstream.Requests.rows;
import static org.unenrol.ledger.upstream.Requests.state;
import static org.unenrol.ledger.upstream.Requests.waiting;
import static org.unenrol.ledger.upstream.Requests.whole;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.reply.ReplyOrder;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.ledger.upstream.RequestRecord.Cancel;
import org.unenrol.ledger.upstream.RequestRecord.LearnerLeft;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.upstream.RefusalReason;

class ReplyTests extends LedgerTestCase {

    private static final Set<String> HR = Set.of("hr");
    private static final int ANY = Integer.MAX_VALUE;

    @Test
    void tellsOfTheAcceptanceAndThenOfTheEnd() {
        receive(whole("ada", 2));
        UUID importId = accepted(2);

        assertThat(published())
                .singleElement()
                .satisfies(
                        order -> {
                            assertThat(order.type()).isEqualTo(ReplyOrder.Type.ACCEPTED);
                            assertThat(order.importId()).isEqualTo(importId);
                            assertThat(order.rows()).isEqualTo(2);
                            assertThat(order.answersRows()).isFalse();
                        });
        end(importId, 2);

        assertThat(published())
                .singleElement()
                .satisfies(
                        order -> {
                            assertThat(order.type()).isEqualTo(ReplyOrder.Type.COMPLETED);
                            assertThat(order.answersRows()).isTrue();
                            assertThat(order.outcomes())
                                    .isEqualTo(Map.of(OutcomeCode.UNENROLLED, 2));
                        });
        assertThat(published()).isEmpty();
    }

    @Test
    void neverTellsOfTheEndBeforeTheAcceptance() {
        receive(whole("ada", 1));
        end(accepted(1), 1);

        assertThat(published())
                .extracting(ReplyOrder::type)
                .containsExactly(ReplyOrder.Type.ACCEPTED);
        UUID other = UUID.randomUUID();
        assertThat(acquire(other))
                .extracting(ReplyOrder::type)
                .containsExactly(ReplyOrder.Type.COMPLETED);
        assertThat(acquire(UUID.randomUUID())).isEmpty();
    }

    @Test
    void takesTheAnswersOfASilentPublisherOver() {
        receive(whole("ada", 3));
        end(accepted(3), 3);
        published();
        UUID silent = UUID.randomUUID();
        ReplyOrder order = acquire(silent).get(0);
        assertThat(REPLIES.advance(order.id(), silent, 2)).isTrue();

        SERVER.letPass(Duration.ofMinutes(1), "imports.upstream_reply", "lease_until");

        UUID heir = UUID.randomUUID();
        assertThat(acquire(heir)).extracting(ReplyOrder::rowsThrough).containsExactly(2);
        assertThat(REPLIES.advance(order.id(), silent, 3)).isFalse();
        REPLIES.published(List.of(order.id()), silent);
        assertThat(waiting()).containsExactly("COMPLETED");
    }

    @Test
    void takesAnswersAlsoAfterTheClockWasPutBack() {
        receive(whole("ada", 1));
        accepted(1);
        acquire(UUID.randomUUID());
        SERVER.letPass(Duration.ofHours(-3), "imports.upstream_reply", "lease_until");

        assertThat(acquire(UUID.randomUUID())).hasSize(1);
    }

    @Test
    void sendsTheSameAnswersAgainToWhoeverAsksAgain() {
        receive(whole("ada", 1));
        UUID importId = accepted(1);
        end(importId, 1);
        published();
        published();

        receiveAt("p@again", whole("ada", 1));

        assertThat(waiting()).containsExactly("ACCEPTED", "COMPLETED");
        assertThat(acquire(UUID.randomUUID()))
                .extracting(ReplyOrder::importId)
                .containsExactly(importId);
    }

    @Test
    void leavesLargeImportsToAnother() {
        receive(whole("ada", 3));
        accepted(3);

        assertThat(REPLIES.acquire(UUID.randomUUID(), 2, 10)).isEmpty();
        assertThat(REPLIES.acquire(UUID.randomUUID(), 3, 10)).hasSize(1);
    }

    @Test
    void keepsTheRefusalOfOneRecordApartFromTheAnswersToTheRequest() {
        receive(whole("ada", 1));
        receive(whole("bo", 1));

        ReplyOrder order = published().get(0);

        assertThat(order.refusal()).isNotNull();
        assertThat(order.refusal().reason()).isEqualTo(RefusalReason.REQUEST_ID_REUSED);
        assertThat(order.refusal().idSuffix()).matches("refused/[0-9a-f]{16}");
    }

    @Test
    void makesOneImportOfARequestWhoeverMakesIt() {
        receive(whole("ada", 1));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        ReadyRequest request = READY.acquire(first, HR, ANY).orElseThrow();
        assertThat(READY.acquire(second, HR, ANY)).isEmpty();
        SERVER.letPass(Duration.ofMinutes(1), "imports.upstream_request", "lease_until");
        assertThat(READY.acquire(second, HR, ANY)).isPresent();

        assertThat(READY.renew(request.id(), first)).isFalse();
        assertThat(READY.renew(request.id(), second)).isTrue();
        assertThat(READY.accept(request.id(), first, ReplyTests::noImport)).isFalse();
        assertThat(READY.accept(request.id(), second, () -> submitted(1))).isTrue();
        assertThat(READY.accept(request.id(), second, ReplyTests::noImport)).isFalse();
    }

    @Test
    void acceptsNothingWhereTheImportCannotBeMade() {
        receive(whole("ada", 1));
        UUID owner = UUID.randomUUID();
        ReadyRequest request = READY.acquire(owner, HR, ANY).orElseThrow();

        assertThatIllegalStateException()
                .isThrownBy(() -> READY.accept(request.id(), owner, ReplyTests::noImport));

        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void refusesARequestOnlyForItsOwner() {
        receive(whole("ada", 1));
        UUID owner = UUID.randomUUID();
        ReadyRequest request = READY.acquire(owner, HR, ANY).orElseThrow();
        RequestRefusal refusal = RequestRefusal.of(RefusalReason.NOT_SUPPORTED);

        READY.refuse(request, UUID.randomUUID(), refusal);
        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        READY.refuse(request, owner, refusal);

        assertThat(state()).isEqualTo(RequestState.REFUSED);
        assertThat(waiting()).containsExactly("REFUSED NOT_SUPPORTED");
    }

    @Test
    void takesSmallRequestsOfItsOwnSourcesFirst() {
        receive(new RequestKey("hr", "large"), whole("ada", 3));
        receive(new RequestKey("hr", "small"), whole("bo", 1));
        receive(new RequestKey("other", "x"), whole("bo", 1));

        assertThat(READY.acquire(UUID.randomUUID(), HR, 2).orElseThrow().requestId())
                .isEqualTo("small");
        assertThat(READY.acquire(UUID.randomUUID(), HR, 2)).isEmpty();
        assertThat(READY.acquire(UUID.randomUUID(), HR, 3).orElseThrow().requestId())
                .isEqualTo("large");
    }

    @Test
    void keepsTheRowsThatWereFoundForALearner() {
        receive(new LearnerLeft("ada", "Yes"));
        UUID owner = UUID.randomUUID();
        ReadyRequest request = READY.acquire(owner, HR, ANY).orElseThrow();
        assertThat(request.username()).isEqualTo("ada");
        assertThat(request.rows()).isNull();

        READY.keepRows(request.id(), rows("ada", 2));
        SERVER.letPass(Duration.ofMinutes(1), "imports.upstream_request", "lease_until");

        assertThat(READY.acquire(owner, HR, ANY).orElseThrow().rows()).isEqualTo(2);
    }

    @Test
    void cancelsTheImportOfARequest() {
        receive(whole("ada", 2));
        UUID importId = accepted(2);
        published();

        receive(new Cancel());

        assertThat(find(importId).progress().cancelRequestedAt()).isNotNull();
        assertThat(waiting()).isEmpty();
        receive(new Cancel());
        assertThat(waiting()).containsExactly("ACCEPTED");
    }

    private static UUID noImport() {
        throw new IllegalStateException("no import");
    }

    private static UUID accepted(int rows) {
        UUID owner = UUID.randomUUID();
        ReadyRequest request = READY.acquire(owner, HR, ANY).orElseThrow();
        assertThat(READY.accept(request.id(), owner, () -> submitted(rows))).isTrue();
        return JDBC.sql("select import_id from imports.upstream_request where id = ?")
                .param(request.id())
                .query(UUID.class)
                .single();
    }

    private static UUID submitted(int rows) {
        NewImport made = anImport().ofRows(rows).from("hr").stored();
        return IMPORTS.submit(made).importId();
    }

    private static void end(UUID importId, int rows) {
        for (int row = 1; row <= rows; row++) {
            RECORDER.record(
                    List.of(RowOutcome.of(new RowId(importId, row), row, OutcomeCode.UNENROLLED)));
        }
        assertThat(RESULTS.complete(importId, FILES.create().id())).isTrue();
    }
}
