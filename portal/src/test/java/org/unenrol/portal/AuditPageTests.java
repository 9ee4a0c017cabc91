package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Role;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditFilter;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.chain.AuditChain;
import org.unenrol.audit.chain.ChainFile;
import org.unenrol.audit.chain.ChainVerdict;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

class AuditPageTests extends AccountsTestCase {

    @Autowired private AuditTrail trail;
    @Autowired private AuditHistory history;
    @Autowired private AuditChain chain;
    @Autowired private CountedEvents counted;
    @Autowired private AccountTokens tokens;

    @TempDir private Path folder;
    private long before;

    @BeforeEach
    void remember() {
        counted.close();
        before = history.page(AuditFilter.ALL, null, 1).stream().mapToLong(AuditEntry::id).sum();
    }

    @Test
    void keepsWhoHasSignedInAndOut() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);
        postHere("/sign-out", session);

        assertThat(entry("SIGNED_IN"))
                .satisfies(
                        entry -> {
                            assertThat(entry.account()).isEqualTo(username);
                            assertThat(entry.accountId()).isEqualTo(id(username));
                            assertThat(entry.via()).isEqualTo("PORTAL");
                            assertThat(entry.address()).isEqualTo("127.0.0.1");
                        });
        assertThat(entry("SIGNED_OUT").account()).isEqualTo(username);
    }

    @Test
    void keepsFailedSignInsButNoNameThatIsNoAccounts() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        signIn(username, "wrong");
        signIn("correct horse battery", "wrong");
        counted.write();

        assertThat(entries("SIGN_IN_FAILED"))
                .extracting(AuditEntry::account)
                .containsExactlyInAnyOrder(username, null);
        assertThat(since().toString()).doesNotContain("battery");
    }

    @Test
    void keepsTriesThatHaveToWait() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        for (int i = 0; i < 7; i++) {
            signIn(username, "wrong");
        }
        counted.close();

        assertThat(entries("SIGN_IN_FAILED"))
                .extracting(entry -> entry.details().get("times"))
                .containsExactlyInAnyOrder(null, "6");
    }

    @Test
    void keepsRefusalsByRightsButNoAddressThatNeverWas() {
        UUID others = imports.ended(Mode.VERIFY_ONLY, OutcomeCode.READY);
        assertThat(browser.get().uri("/imports/" + others).with(as("content.admin")).exchange())
                .hasStatus(404);
        assertThat(browser.get().uri("/audit").with(as("content.admin")).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/").with(as("amelia.hughes")).exchange()).hasStatus(403);
        assertThat(browser.get().uri("/nowhere").with(as("content.admin")).exchange())
                .hasStatus(404);
        counted.close();

        assertThat(entries("REFUSED"))
                .extracting(
                        AuditEntry::account,
                        entry -> entry.details().get("status"),
                        entry -> entry.details().get("path"))
                .contains(tuple("content.admin", "404", "/imports/" + others))
                .anyMatch(one -> one.toList().contains("403"))
                .noneMatch(one -> one.toList().contains("/nowhere"));
    }

    @Test
    void keepsWhatIsDoneToAccounts() {
        MvcTestResult invited =
                post(
                        "/accounts",
                        "global.admin",
                        "username",
                        "new-" + before,
                        "name",
                        "New",
                        "email",
                        "new@example.org",
                        "role",
                        "CONTENT_ADMINISTRATOR",
                        "areaLines",
                        "Safety");
        assertThat(invited).hasStatus3xxRedirection();
        long id = id("new-" + before);
        post(
                "/accounts/" + id,
                "global.admin",
                "name",
                "New",
                "email",
                "new@example.org",
                "role",
                "GLOBAL_ADMINISTRATOR");
        post("/accounts/" + id + "/disable", "global.admin");
        post("/accounts/" + id + "/enable", "global.admin");

        assertThat(since())
                .extracting(AuditEntry::kind)
                .containsExactly(
                        "ACCOUNT_ENABLED",
                        "ACCOUNT_DISABLED",
                        "ACCOUNT_CHANGED",
                        "PASSWORD_LINK_SENT",
                        "ACCOUNT_ADDED");
        assertThat(entry("ACCOUNT_CHANGED"))
                .satisfies(
                        entry -> {
                            assertThat(entry.account()).isEqualTo("global.admin");
                            assertThat(entry.about()).isEqualTo(String.valueOf(id));
                            assertThat(entry.details())
                                    .containsAllEntriesOf(
                                            Map.of(
                                                    "role-before", "CONTENT_ADMINISTRATOR",
                                                    "role", "GLOBAL_ADMINISTRATOR",
                                                    "areas-before", "Safety"));
                        });
    }

    @Test
    void keepsPasswordsThatAreChangedAndSessionsThatAreEnded() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);
        postHere("/account/sessions/end", session, "session", "another");
        postHere(
                "/account/password",
                session,
                "old",
                PASSWORD,
                "password",
                GOOD,
                "again",
                GOOD,
                "repeated",
                GOOD);
        post("/accounts/" + id(username) + "/link", "global.admin");
        postAsNobody(
                "/choose-password",
                "token",
                mailedToken(username),
                "password",
                GOOD + "!",
                "again",
                GOOD + "!",
                "repeated",
                GOOD + "!");

        assertThat(entry("SESSIONS_ENDED").account()).isEqualTo(username);
        assertThat(entries("PASSWORD_CHANGED"))
                .isNotEmpty()
                .extracting(AuditEntry::account)
                .containsOnly(username);
        assertThat(entry("PASSWORD_LINK_SENT").account()).isEqualTo("global.admin");
        assertThat(since().toString()).doesNotContain(GOOD);
    }

    @Test
    void keepsTokensThatAreMadeAndRevoked() {
        post("/tokens", "global.admin", "name", "for audit", "scope", "IMPORTS_READ", "days", "30");
        long id = tokens.of("global.admin").get(0).id();
        post("/tokens/" + id + "/revoke", "global.admin");
        post("/tokens/" + id + "/revoke", "global.admin");

        assertThat(entry("TOKEN_MADE").details())
                .isEqualTo(
                        Map.of(
                                "account", "global.admin",
                                "name", "for audit",
                                "scopes", "imports:read"));
        assertThat(entry("TOKEN_REVOKED").about()).isEqualTo(String.valueOf(id));
    }

    @Test
    void keepsReferencesBeforeAndAfter() {
        long item = item("FIRE-SAFETY-2026");
        post(
                "/catalogue/" + item + "/external-reference",
                "global.admin",
                "externalReference",
                "FIRE-AUDIT");
        try {
            assertThat(entry("REFERENCE_CHANGED").details())
                    .isEqualTo(Map.of("before", "FIRE-SAFETY-2026", "after", "FIRE-AUDIT"));
        } finally {
            post(
                    "/catalogue/" + item + "/external-reference",
                    "global.admin",
                    "externalReference",
                    "FIRE-SAFETY-2026");
        }
    }

    @Test
    void keepsDownloads() {
        UUID ended = imports.ended(Mode.VERIFY_ONLY, OutcomeCode.READY);
        page("/imports/" + ended + "/results.csv", "en");
        page("/reports/records.csv", "en");
        page("/catalogue/" + item("FIRE-SAFETY-2026") + "/enrolments.csv", "en");

        assertThat(entry("RESULTS_DOWNLOADED").importId()).isEqualTo(ended);
        assertThat(entry("RECORDS_EXPORTED").account()).isEqualTo("global.admin");
        assertThat(entry("ENROLMENTS_EXPORTED").about()).isNotNull();
    }

    @Test
    void isShownNewestFirstInWords() {
        trail.record(
                AuditEvent.of(AuditKind.IMPORT_APPLIED)
                        .by("global.admin")
                        .about(UUID.randomUUID())
                        .with(AuditDetail.MODE, Mode.APPLY)
                        .with(AuditDetail.REASON, "too-many-tries"));
        JDBC.sql("insert into audit.entry (kind, via, via_name) values ('LATER', 'BEYOND', 'x')")
                .update();

        assertThat(read("/audit", "en"))
                .contains("LATER", "BEYOND: x", "Import applied", "Real run", "Too many tries");
        assertThat(read("/audit", "de")).contains("Import angewendet");
        assertThat(read("/audit?kind=IMPORT_APPLIED&person=GLOBAL.admin", "en"))
                .contains("Import applied")
                .doesNotContain("LATER");
        assertThat(read("/audit?from=2001-01-01&to=2001-01-02", "en"))
                .contains("There are no entries to show.");
    }

    @Test
    void goesOnToOlderEntries() {
        for (int i = 0; i < 51; i++) {
            trail.record(AuditEvent.of(AuditKind.TOKEN_MADE).by("global.admin"));
        }
        assertThat(page("/audit?kind=TOKEN_MADE", "en"))
                .bodyText()
                .contains("rel=\"next\"")
                .contains("after=" + (since().get(0).id() - 49));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=NONE", "importId=1", "from=yesterday", "to=4.7.2026"})
    void saysWhatItCannotRead(String query) {
        assertThat(page("/audit?" + query, "en"))
                .hasStatus(422)
                .bodyText()
                .contains("and days such as 2026-07-04");
        assertThat(page("/audit/entries.csv?" + query, "en")).hasStatus(404);
    }

    @Test
    void isExportedForASpreadsheetWhichRunsNothingOfIt() {
        trail.record(
                AuditEvent.of(AuditKind.TOKEN_MADE)
                        .by("global.admin")
                        .from("=1+1")
                        .with(AuditDetail.NAME, "a"));
        chainAll();

        MvcTestResult file = page("/audit/entries.csv?person=global.admin", "en");

        assertThat(file).hasStatusOk().bodyText().contains("'=1+1", "TOKEN_MADE", "name=a");
        assertThat(entry("AUDIT_EXPORTED").details())
                .containsEntry("format", "csv")
                .containsEntry("filter", ", global.admin, , , , ");
    }

    @Test
    void isExportedAsLinesByWhichTheChainIsVerified() throws IOException {
        chainAll();

        MvcTestResult lines = page("/audit/entries.jsonl", "en");

        Path file = folder.resolve("audit-trail.jsonl");
        Files.write(file, lines.getResponse().getContentAsByteArray());
        assertThat(lines).hasStatusOk().hasContentType("application/x-ndjson;charset=UTF-8");
        assertThat(ChainFile.verify(file))
                .isInstanceOfSatisfying(
                        ChainVerdict.Whole.class,
                        whole -> assertThat(whole.entries()).isPositive());
    }

    @Test
    void isForGlobalAdministratorsOnly() {
        for (String path : List.of("/audit", "/audit/entries.csv", "/audit/entries.jsonl")) {
            assertThat(browser.get().uri(path).with(as("content.admin")).exchange()).hasStatus(404);
        }
        assertThat(browser.get().uri("/imports").with(as("content.admin")).exchange())
                .bodyText()
                .doesNotContain("href=\"/audit\"");
        assertThat(page("/imports", "en")).bodyText().contains("href=\"/audit\"");
    }

    private void chainAll() {
        boolean chained = true;
        while (chained) {
            chained = chain.chainSome();
        }
    }

    private AuditEntry entry(String kind) {
        assertThat(entries(kind)).hasSize(1);
        return entries(kind).get(0);
    }

    private List<AuditEntry> entries(String kind) {
        return since().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** Since the test began, newest first. */
    private List<AuditEntry> since() {
        return history.page(AuditFilter.ALL, null, 100).stream()
                .filter(entry -> entry.id() > before)
                .toList();
    }
}
