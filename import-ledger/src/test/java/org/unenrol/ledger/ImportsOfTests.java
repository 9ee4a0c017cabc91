package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.LedgerDatabase.JDBC;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.model.OutcomeCode;

/** The rule of who knows of which imports. */
class ImportsOfTests extends LedgerTestCase {

    private static final ImportHistory HISTORY = new ImportHistory(JDBC, Ledger.IMPORTS);
    private static final ImportsOf OWN = HISTORY.of(new Viewer("content.admin", false));
    private static final ImportsOf ALL = HISTORY.of(new Viewer("global.admin", true));
    private static final Submitter CONTENT =
            new Submitter("content.admin", "Bo", "bo@example.com", "en");

    @Test
    void areTheOwnOnesForOnePersonAndAllForAnother() {
        UUID own = anImport().by("content.admin").submitted();
        UUID other = anImport().submitted();

        assertThat(OWN.find(own)).isPresent();
        assertThat(OWN.find(other)).isEmpty();
        assertThat(OWN.among(List.of(own, other))).containsExactly(own);
        assertThat(OWN.page(HistoryFilter.ALL, null, 9)).extracting(Import::id).containsOnly(own);
        assertThat(OWN.submitters()).extracting(Submitter::username).containsOnly("content.admin");
        assertThat(ALL.find(own)).isPresent();
        assertThat(ALL.among(List.of(own, other))).containsExactlyInAnyOrder(own, other);
        assertThat(ALL.page(HistoryFilter.ALL, null, 9)).hasSize(2);
        assertThat(ALL.submitters()).hasSize(2);
    }

    @Test
    void ofASourceAreThoseOfItsAccount() {
        UUID own = anImport().by("content.admin").from("hr").submitted();
        UUID other = anImport().from("hr").submitted();

        assertThat(OWN.page(new HistoryFilter(null, null, "hr"), null, 9))
                .extracting(Import::id)
                .containsExactly(own)
                .doesNotContain(other);
    }

    @Test
    void areNotFoundUnderTheNameOfSomebodyElse() {
        anImport().submitted();

        assertThat(OWN.page(new HistoryFilter(null, "global.admin"), null, 9)).isEmpty();
    }

    @Test
    void areDecidedUponByWhoKnowsOfThem() {
        UUID running = anImport().submitted();
        UUID verified = anImport().verifyOnly().completedAs(OutcomeCode.READY);

        assertThat(OWN.cancel(running)).isFalse();
        assertThat(find(running).isCancellable()).isTrue();
        assertThat(OWN.apply(verified, CONTENT, null)).isEmpty();
        assertThat(ALL.hasBeenApplied(verified)).isFalse();
        assertThat(ALL.cancel(running)).isTrue();
        assertThat(ALL.cancel(running)).isFalse();
        assertThat(canceller(running)).isEqualTo("global.admin");
    }

    @Test
    void tellThatSomebodyElseHasAppliedOneButNotWhat() {
        UUID verified = anImport().by("content.admin").verifyOnly().completedAs(OutcomeCode.READY);
        ALL.apply(verified, new Submitter("global.admin", "Ada", "ada@example.com", "en"), null);

        assertThat(OWN.latestApplying(verified)).isEmpty();
        assertThat(OWN.hasBeenApplied(verified)).isTrue();
        assertThat(ALL.latestApplying(verified)).isPresent();
    }

    private static String canceller(UUID id) {
        return JDBC.sql(
                        """
                        select account from audit.entry
                        where import_id = :id and kind = 'IMPORT_CANCELLED'
                        """)
                .param("id", id)
                .query(String.class)
                .single();
    }
}
