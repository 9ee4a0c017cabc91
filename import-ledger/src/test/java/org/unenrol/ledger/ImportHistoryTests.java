package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    void knowsBytesThatThePersonHasVerifiedToTheEnd() {
        UUID ended = verificationOf("ended").completedAs(OutcomeCode.READY);
        UUID kept = verificationOf("kept").completedAs(OutcomeCode.READY_COMPLETION_KEPT);
        UUID running = verificationOf("running").submitted();
        UUID real = anImport().ofContent("real").completedAs(OutcomeCode.UNENROLLED);

        assertThat(hasVerified(ended)).isTrue();
        assertThat(hasVerified(kept)).isTrue();
        assertThat(hasVerified(running)).isFalse();
        assertThat(hasVerified(real)).isFalse();
    }

    @Test
    void doesNotCountTheVerificationOfSomebodyElse() {
        UUID theirs = verificationOf("theirs").by("content.admin").completedAs(OutcomeCode.READY);

        assertThat(hasVerified(theirs)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"USERNAME_NOT_RECOGNISED", "NOT_ENROLLED"})
    void doesNotCountAVerificationWithoutARowThatIsReady(OutcomeCode code) {
        UUID useless = verificationOf("useless " + code).completedAs(code);

        assertThat(hasVerified(useless)).isFalse();
    }

    @Test
    void forgetsAVerificationAfterADay() {
        UUID old = verificationOf("old").completedAs(OutcomeCode.READY);
        endedAgo(old, "23 hours 59 minutes");
        assertThat(hasVerified(old)).isTrue();
        endedAgo(old, "24 hours 1 minute");

        assertThat(hasVerified(old)).isFalse();
    }

    @Test
    void findsTheImportOfAKeyForThePersonWhoUsedIt() {
        UUID id = anImport().withKey("confirmed").submitted();

        assertThat(HISTORY.ofKey("global.admin", "confirmed")).contains(id);
        assertThat(HISTORY.ofKey("content.admin", "confirmed")).isEmpty();
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

    private static ImportFixture verificationOf(String content) {
        return anImport().ofContent(content).verifyOnly();
    }

    private static boolean hasVerified(UUID id) {
        return HISTORY.hasVerified("global.admin", find(id).file().sha256());
    }

    private static void endedAgo(UUID id, String interval) {
        JDBC.sql(
                        """
                        update imports.progress set completed_at = now() - :interval::interval
                        where import_id = :id
                        """)
                .param("interval", interval)
                .param("id", id)
                .update();
    }

    private static UUID first() {
        return anImport().completedAs(OutcomeCode.UNENROLLED);
    }
}
