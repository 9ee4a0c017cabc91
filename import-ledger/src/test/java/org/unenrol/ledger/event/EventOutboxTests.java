package org.unenrol.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.EVENTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.OutcomeCode;

class EventOutboxTests extends LedgerTestCase {

    private final List<ImportEvent> published = new ArrayList<>();

    @Test
    void publishesEachEventOnceInTheOrderInWhichTheyBecameTrue() {
        UUID id = anImport().ofRows(2).completedAs(OutcomeCode.UNENROLLED);

        assertThat(EVENTS.publishNext(1, published::addAll)).isEqualTo(1);
        assertThat(EVENTS.publishNext(9, published::addAll)).isEqualTo(1);
        assertThat(EVENTS.publishNext(9, published::addAll)).isZero();

        assertThat(published)
                .extracting(ImportEvent::importId, ImportEvent::type, ImportEvent::outcomes)
                .containsExactly(
                        tuple(id, ImportEvent.Type.ACCEPTED, Map.of()),
                        tuple(id, ImportEvent.Type.COMPLETED, Map.of(OutcomeCode.UNENROLLED, 2)));
    }

    @Test
    void keepsWhatThePublisherCouldNotPublish() {
        anImport().submitted();

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                EVENTS.publishNext(
                                        9,
                                        events -> {
                                            throw new IllegalStateException("no broker");
                                        }));

        assertThat(EVENTS.publishNext(9, published::addAll)).isEqualTo(1);
    }
}
