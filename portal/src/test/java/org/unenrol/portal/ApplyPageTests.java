package org.unenrol.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.unenrol.model.OutcomeCode.NOT_ENROLLED;
import static org.unenrol.model.OutcomeCode.NOT_PERMITTED;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.READY_COMPLETION_KEPT;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;
import static org.unenrol.portal.PortalDatabase.JDBC;

import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** The page before a real run. */
class ApplyPageTests extends PageTestCase {

    private static final String FILE =
            "Username,Activity external reference,Send unenrolment email\r\na,B,No\r\n";

    @Test
    void tellsWhoLeavesWhatAndHowManyAreEnrolledNow() {
        long item = item("FIRE-SAFETY-2026");
        int enrolled = enrolledIn(item);
        UUID verified =
                imports.verified(String.valueOf(item), READY, READY_COMPLETION_KEPT, NOT_ENROLLED);

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains(
                        "2 learners in 1 activity will be unenrolled.",
                        "Nobody has been unenrolled yet.",
                        "It can be taken back, all of it or single rows, until",
                        "Fire & safety FIRE-SAFETY-2026 2 " + enrolled,
                        "3 unenrolment emails will be sent to learners.",
                        "One of them goes to somebody who is not enrolled.",
                        "Unenrol 2 learners")
                .doesNotContain("Everybody", "Type 2");
    }

    @Test
    void saysWhereEverybodyLeaves() {
        UUID verified = imports.verified(activityOf(2), READY, READY);

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("Everybody in “Fire & safety” leaves: all 2 learners.", "2 2 Everybody")
                .doesNotContain("Type 2");
        assertThat(read("/imports/" + verified + "/apply", "de"))
                .contains("Aus „Fire & safety“ werden alle abgemeldet: alle 2 Lernenden.");
    }

    @Test
    void namesHowManyActivitiesAreEmptiedWhereTheyAreMany() {
        UUID verified = imports.verified(activityOf(1), READY, READY, READY, READY);
        for (int row = 1; row <= 4; row++) {
            JDBC.sql(
                            "update imports.row_outcome set activity_id = ? where import_id = ? and row = ?")
                    .params(activityOf(1), verified, row)
                    .update();
        }

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("4 learners in 4 activities", "Everybody leaves in 4 activities.");
    }

    @Test
    void foldsWhatCannotBeReadAtOnce() {
        UUID verified = imports.verified(activityOf(1), ready(17));
        JDBC.sql("update imports.row_outcome set activity_id = 'a' || row where import_id = ?")
                .param(verified)
                .update();
        JDBC.sql(
                        """
                        update imports.row_outcome set activity_id = ? where import_id = ? and row = 17
                        """)
                .params(activityOf(1), verified)
                .update();

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("17 learners in 17 activities", "Show 2 more activities")
                .containsSubsequence("1 1 Everybody", "Show 2 more activities");
    }

    @Test
    void asksForTheNumberWhereMostOfALargeActivityLeave() {
        UUID verified = imports.verified(activityOf(12), ready(6));
        assertThat(read("/imports/" + verified + "/apply", "en")).contains("Type 6", "50%");

        MvcTestResult untyped = apply(verified, "");
        MvcTestResult mistyped = apply(verified, "12");

        assertThat(untyped).hasStatus(422);
        assertThat(read(untyped)).contains("Type 6, the number of learners");
        assertThat(mistyped).hasStatus(422);
        assertThat(applying(verified)).isZero();
        assertThat(apply(verified, " 6 ")).hasStatus(302);
        assertThat(applying(verified)).isEqualTo(1);
    }

    @Test
    void asksForNoNumberWhereFewerLeave() {
        UUID verified = imports.verified(activityOf(12), ready(5));

        assertThat(apply(verified, "")).hasStatus(302);
        assertThat(applying(verified)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250", "2.5.0", "2 50", "2\u00a050", "25\u20190"})
    void takesANumberAsPeopleWriteIt(String typed) {
        UUID verified = imports.verified(activityOf(1000), ready(250));

        assertThat(apply(verified, "249")).hasStatus(422);
        assertThat(apply(verified, typed)).hasStatus(302);
    }

    @Test
    void leavesOutWhatTheAdministratorDoesNotManageAnyMore() {
        UUID verified = imports.verified(activityOf(2, "Elsewhere"), READY);
        JDBC.sql("update imports.import set submitted_by = 'content.admin' where id = ?")
                .param(verified)
                .update();

        assertThat(browser.get().uri("/imports/" + verified + "/apply").with(as("content.admin")))
                .hasRedirectedUrl("/imports/" + verified);
        assertThat(read("/imports/" + verified + "/apply", "en")).contains("1 learner");
    }

    /** Whoever verified was not permitted a row; whoever presses is, and nobody has counted it. */
    @Test
    void beginsNothingThatNobodyHasLookedAt() {
        UUID verified = imports.verified(activityOf(2, "Of others"), READY, NOT_PERMITTED);

        assertThat(page("/imports/" + verified + "/apply", "en"))
                .bodyText()
                .contains("1 row was not permitted to whoever verified this file")
                .doesNotContain("<button class=\"danger\"");
        assertThat(apply(verified, "")).hasStatusOk();
        assertThat(applying(verified)).isZero();
    }

    @Test
    void promisesNothingOfRowsThatNobodyHasLookedAt() {
        UUID verified = imports.verified(activityOf(2, "Of others"), NOT_PERMITTED);

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("Apply this import", "1 row was not permitted")
                .doesNotContain("will be sent.", "Nobody is unenrolled");
        assertThat(apply(verified, "")).hasStatusOk();
        assertThat(applying(verified)).isZero();
    }

    @Test
    void leadsBackWhereNothingWouldHappen() {
        UUID verified = imports.verified(activityOf(2), USERNAME_NOT_RECOGNISED);

        assertThat(page("/imports/" + verified + "/apply", "en"))
                .hasRedirectedUrl("/imports/" + verified);
        assertThat(apply(verified, "")).hasRedirectedUrl("/imports/" + verified);
        assertThat(applying(verified)).isZero();
    }

    @Test
    void sendsEmailsAloneWhereNobodyIsEnrolled() {
        UUID verified = imports.verified(activityOf(2), NOT_ENROLLED, NOT_ENROLLED);

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("Nobody is unenrolled, but 2 emails will be sent.", "Send 2 emails");
        assertThat(apply(verified, "")).hasStatus(302);
        assertThat(applying(verified)).isEqualTo(1);
    }

    @Test
    void keepsTheReasonAndTheChoiceAboutEmails() {
        UUID verified = imports.verified(activityOf(5), READY);

        assertThat(
                        browser.post()
                                .uri("/imports/" + verified + "/apply")
                                .param("reason", "Left <in> November")
                                .param("withoutEmails", "true")
                                .with(as("global.admin"))
                                .with(csrf()))
                .hasStatus(302);

        UUID applying =
                JDBC.sql("select id from imports.import where verified_by = ?")
                        .param(verified)
                        .query(UUID.class)
                        .single();
        assertThat(read("/imports/" + applying, "en"))
                .contains("Reason: Left <in> November.", "No learner is sent an email");
        assertThat(read("/imports", "en")).contains("Left <in> November");
        assertThat(
                        JDBC.sql(
                                        "select details ->> 'reason' from audit.entry where import_id = ? limit 1")
                                .param(applying)
                                .query(String.class)
                                .single())
                .isEqualTo("Left <in> November");
    }

    @Test
    void keepsWhatWasWrittenWhereTheNumberIsWrong() {
        UUID verified = imports.verified(activityOf(12), ready(12));

        MvcTestResult again =
                browser.post()
                        .uri("/imports/" + verified + "/apply")
                        .param("reason", "Left in November")
                        .param("withoutEmails", "true")
                        .param("number", "13")
                        .with(as("global.admin"))
                        .with(csrf())
                        .exchange();

        assertThat(again)
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Left in November\"", "value=\"true\" checked=\"checked\"");
    }

    @Test
    void countsNoEmailsOfARunThatWasUploadedWithoutThem() {
        UUID verified = imports.verified(activityOf(5), READY, NOT_ENROLLED);
        JDBC.sql("update imports.import set learner_emails = 'NONE' where id = ?")
                .param(verified)
                .update();

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("0 unenrolment emails will be sent")
                .doesNotContain("not enrolled.", "Send no emails");
    }

    @Test
    void saysWhoIsMailedAgainForTheSameFile() {
        UUID verified = imports.verified(activityOf(5), READY);
        JDBC.sql(
                        """
                        insert into imports.mail (kind, import_id, row, recipient, recipient_name, activity_title)
                        select 'LEARNER_UNENROLMENT', a.id, 1, 'a@example.org', 'A', 'Fire'
                        from imports.import a join imports.import v on v.sha256 = a.sha256
                        where v.id = ? and a.id = ?
                        """)
                .params(verified, imports.submitted(Mode.APPLY, 1))
                .update();

        assertThat(read("/imports/" + verified + "/apply", "en"))
                .contains("One learner has been emailed about this same file before");
    }

    @Test
    void tellsHowFarTheVerificationIsAndThenTheNumbers() {
        UUID verifying = imports.submitted(Mode.VERIFY_ONLY, 2);

        assertThat(page("/imports/" + verifying + "/apply", "en"))
                .bodyText()
                .contains("Checking every row first", "hx-get=\"/imports/" + verifying + "/apply\"")
                .doesNotContain("<button class=\"danger\"");
        assertThat(apply(verifying, "")).hasRedirectedUrl("/imports/" + verifying);
        assertThat(applying(verifying)).isZero();
    }

    /** A redirect would be followed before the script could tell. */
    @Test
    void leadsTheScriptElsewhereByAHeader() {
        UUID failed = imports.ended(Mode.VERIFY_ONLY, USERNAME_NOT_RECOGNISED);

        assertThat(
                        browser.get()
                                .uri("/imports/" + failed + "/apply")
                                .header("HX-Request", "true")
                                .with(as("global.admin")))
                .hasStatusOk()
                .hasHeader("HX-Redirect", "/imports/" + failed);
    }

    /**
     * Whatever the box says, what is uploaded is verified, and nothing else leads to a real run.
     */
    @Test
    void isWhereAnUploadLeadsForWhichTheBoxWasCleared() {
        MvcTestResult real = upload("false");
        MvcTestResult verification = upload("false", "true");

        String page = real.getResponse().getRedirectedUrl();
        assertThat(page).matches("/imports/[0-9a-f-]{36}/apply");
        assertThat(verification.getResponse().getRedirectedUrl()).matches("/imports/[0-9a-f-]{36}");
        assertThat(
                        JDBC.sql("select mode from imports.import where id = ?::uuid")
                                .param(page.split("/")[2])
                                .query(String.class)
                                .single())
                .isEqualTo("VERIFY_ONLY");
    }

    private MvcTestResult upload(String... verifyOnly) {
        return browser.post()
                .uri("/imports")
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file", "leavers.csv", "text/csv", FILE.getBytes(UTF_8)))
                .param("verifyOnly", verifyOnly)
                .with(as("global.admin"))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult apply(UUID verified, String number) {
        return browser.post()
                .uri("/imports/" + verified + "/apply")
                .param("number", number)
                .with(as("global.admin"))
                .with(csrf())
                .exchange();
    }

    private static OutcomeCode[] ready(int rows) {
        return Collections.nCopies(rows, READY).toArray(OutcomeCode[]::new);
    }

    private static int applying(UUID verified) {
        return JDBC.sql("select count(*) from imports.import where verified_by = ?")
                .param(verified)
                .query(Integer.class)
                .single();
    }

    private static int enrolledIn(long item) {
        return JDBC.sql(
                        "select count(*) from lms.enrolment where activity_id = ? and ended_at is null")
                .param(item)
                .query(Integer.class)
                .single();
    }

    private static String activityOf(int learners) {
        return activityOf(learners, "Enrolled of " + learners);
    }

    /** A new activity with so many learners, in an area that only Global administrators manage. */
    private static String activityOf(int learners, String area) {
        JDBC.sql("insert into lms.area values (?) on conflict do nothing").param(area).update();
        String id =
                JDBC.sql(
                                """
                                insert into lms.activity (kind, title, area)
                                values ('COURSE', 'Fire & safety', ?) returning id::text
                                """)
                        .param(area)
                        .query(String.class)
                        .single();
        JDBC.sql(
                        """
                        with people as (
                            insert into lms.app_user (username, username_key, name, email)
                            select 'l' || ? || '-' || n, 'l' || ? || '-' || n, 'L', 'l@example.org'
                            from generate_series(1, ?) n
                            returning id)
                        insert into lms.enrolment (user_id, activity_id) select id, ?::bigint from people
                        """)
                .params(id, id, learners, id)
                .update();
        return id;
    }
}
