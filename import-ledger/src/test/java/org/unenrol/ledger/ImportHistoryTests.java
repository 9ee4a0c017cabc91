package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.model.OutcomeCode;

class ImportHistoryTests extends LedgerTestCase {

    private static final ImportHistory HISTORY = new ImportHistory(JDBC);
    private static final Submitter OTHER = new Submitter("content.admin", "Bo", "bo@example.com");

    @Test
    void tellsTheHistoryPageByPageNewestFirst() {
        List<UUID> ids = List.of(first(), anImport().submitted(), anImport().submitted());

        List<Import> page = HISTORY.page(HistoryFilter.ALL, null, 2);

        assertThat(page).extracting(Import::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(HISTORY.page(HistoryFilter.ALL, page.get(1).sequence(), 2))
                .extracting(Import::id)
                .containsExactly(ids.get(0));
        assertThat(HISTORY.page(new HistoryFilter(ImportState.COMPLETED, null), null, 2))
                .extracting(Import::id)
                .containsExactly(ids.get(0));
    }

    @Test
    void tellsTheHistoryOfOnePerson() {
        anImport().by("content.admin").submitted();
        UUID own = anImport().by("global.admin").submitted();

        assertThat(HISTORY.page(new HistoryFilter(null, "global.admin"), null, 9))
                .extracting(Import::id)
                .containsExactly(own);
        assertThat(HISTORY.submitters())
                .extracting(Submitter::username)
                .containsExactly("content.admin", "global.admin");
    }

    @Test
    void knowsBytesThatHaveBeenVerifiedToTheEnd() {
        UUID ended = anImport().ofContent("ended").verifyOnly().completedAs(OutcomeCode.READY);
        UUID running = anImport().ofContent("running").verifyOnly().submitted();
        UUID real = anImport().ofContent("real").completedAs(OutcomeCode.UNENROLLED);

        assertThat(HISTORY.hasBeenVerified(find(ended).sha256())).isTrue();
        assertThat(HISTORY.hasBeenVerified(find(running).sha256())).isFalse();
        assertThat(HISTORY.hasBeenVerified(find(real).sha256())).isFalse();
    }

    @Test
    void findsWhatHasAppliedAVerification() {
        UUID verified = anImport().verifyOnly().completedAs(OutcomeCode.READY);
        UUID other = anImport().verifyOnly().completedAs(OutcomeCode.READY);
        IMPORTS.apply(verified, OTHER, null);
        UUID latest = IMPORTS.apply(verified, OTHER, null).orElseThrow().importId();

        assertThat(HISTORY.latestApplying(verified)).map(Import::id).contains(latest);
        assertThat(HISTORY.latestApplying(other)).isEmpty();
    }

    private static UUID first() {
        return anImport().completedAs(OutcomeCode.UNENROLLED);
    }
}
