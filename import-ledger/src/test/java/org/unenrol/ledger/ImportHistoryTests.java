package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;

class ImportHistoryTests extends LedgerTestCase {

    private static final ImportHistory HISTORY = new ImportHistory(JDBC, Ledger.IMPORTS);
    private static final ImportsOf ALL = HISTORY.of(new Viewer("global.admin", true));
    private static final Submitter OTHER =
            new Submitter("content.admin", "Bo", "bo@example.com", "en");

    @Test
    void tellsTheHistoryPageByPageNewestFirst() {
        List<UUID> ids = List.of(first(), anImport().submitted(), anImport().submitted());

        List<Import> page = ALL.page(HistoryFilter.ALL, null, 2);

        assertThat(page).extracting(Import::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(ALL.page(HistoryFilter.ALL, page.get(1).sequence(), 2))
                .extracting(Import::id)
                .containsExactly(ids.get(0));
        assertThat(ALL.page(new HistoryFilter(ImportState.COMPLETED, null), null, 2))
                .extracting(Import::id)
                .containsExactly(ids.get(0));
    }

    @Test
    void tellsTheHistoryOfOnePerson() {
        anImport().by("content.admin").submitted();
        UUID own = anImport().by("global.admin").submitted();

        assertThat(ALL.page(new HistoryFilter(null, "global.admin"), null, 9))
                .extracting(Import::id)
                .containsExactly(own);
        assertThat(ALL.submitters())
                .extracting(Submitter::username)
                .containsExactly("content.admin", "global.admin");
    }

    @Test
    void countsTheImportsOfAPersonThatAreUnderWay() {
        first();
        anImport().from("hr").submitted();
        anImport().by("content.admin").submitted();
        anImport().submitted();
        anImport().submitted();

        assertThat(HISTORY.underWay("global.admin", 9)).isEqualTo(2);
        assertThat(HISTORY.underWay("global.admin", 1)).isEqualTo(1);
        assertThat(HISTORY.underWay("nobody", 9)).isZero();
    }

    @Test
    void tellsTheHistoryOfOneSource() {
        anImport().submitted();
        UUID own = anImport().from("hr").submitted();
        anImport().from("records").submitted();

        List<Import> page = ALL.page(new HistoryFilter(null, null, "hr"), null, 9);

        assertThat(page).extracting(Import::id).containsExactly(own);
        assertThat(page).extracting(Import::source).containsExactly("hr");
    }

    @Test
    void mailsNobodyAboutAnImportThatNobodyWantsToHearOf() {
        UUID silent = anImport().from("hr").completedAs(OutcomeCode.UNENROLLED);
        UUID told = anImport().completedAs(OutcomeCode.UNENROLLED);

        assertThat(
                        JDBC.sql("select import_id from imports.mail where kind = 'IMPORT_ENDED'")
                                .query(UUID.class)
                                .list())
                .contains(told)
                .doesNotContain(silent);
    }

    @Test
    void isSearchedByWordsOfFileReasonAndPersonAndByDay() {
        UUID leavers = anImport().submitted();
        UUID movers = anImport().by("content.admin").submitted();
        JDBC.sql(
                        """
                        update imports.import
                        set reason = 'Moved to L\u00fcbeck', file_name = 'movers 100%.csv',
                            submitted_at = '2026-03-01T23:30:00Z'
                        where id = :id
                        """)
                .param("id", movers)
                .update();

        assertThat(search("MOVERS", null, null)).contains(movers);
        assertThat(search("l\u00dcbeck movers", null, null)).containsExactly(movers);
        assertThat(search("content.admin 100%", null, null)).containsExactly(movers);
        assertThat(search("l\u00fcbeck leavers", null, null)).isEmpty();
        assertThat(search("", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"))
                .contains(movers)
                .doesNotContain(leavers);
        assertThat(search("", null, "2026-03-01T23:30:00Z")).doesNotContain(movers);
    }

    private static List<UUID> search(String words, @Nullable String since, @Nullable String until) {
        HistoryFilter filter =
                new HistoryFilter(
                        null,
                        null,
                        null,
                        words,
                        since == null ? null : Instant.parse(since),
                        until == null ? null : Instant.parse(until));
        return ALL.page(filter, null, 100).stream().map(Import::id).toList();
    }

    @Test
    void findsWhatHasAppliedAVerification() {
        UUID verified = anImport().verifyOnly().completedAs(OutcomeCode.READY);
        UUID other = anImport().verifyOnly().completedAs(OutcomeCode.READY);
        IMPORTS.apply(verified, OTHER, null);
        UUID latest = IMPORTS.apply(verified, OTHER, null).orElseThrow().importId();

        assertThat(ALL.latestApplying(verified)).map(Import::id).contains(latest);
        assertThat(ALL.latestApplying(other)).isEmpty();
    }

    private static UUID first() {
        return anImport().completedAs(OutcomeCode.UNENROLLED);
    }
}
