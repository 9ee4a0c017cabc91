package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.token.TokenScope;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditFilter;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.chain.AuditChain;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

class AuditTests extends ApiTestCase {

    private static final String AUDIT = "/api/v1/audit";

    @Autowired private AuditHistory history;
    @Autowired private AuditChain chain;
    @Autowired private CountedEvents counted;

    private long before;

    @BeforeEach
    void remember() {
        counted.close();
        before = history.page(AuditFilter.ALL, null, 1).stream().mapToLong(AuditEntry::id).sum();
    }

    @Test
    void isAnsweredNewestFirstAPageAtATime() {
        UUID id = verifying(CsvFile.of("a,B,No"));
        jdbc.sql(
                        """
                        insert into audit.entry (kind, via, import_id)
                        select 'MAILS_SENT_AGAIN', 'API', ? from generate_series(1, 100)
                        """)
                .param(id)
                .update();

        JsonNode page = json(get(AUDIT + "?importId=" + id));

        assertThat(page.path("entries")).hasSize(100);
        JsonNode rest =
                json(get(AUDIT + "?importId=" + id + "&after=" + page.path("next").asLong()));
        assertThat(rest.path("entries")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        JsonNode entry = rest.path("entries").get(0);
        assertThat(entry.path("kind").asString()).isEqualTo("IMPORT_SUBMITTED");
        assertThat(entry.path("account").asString()).isEqualTo(ADMINISTRATOR);
        assertThat(entry.path("via").asString()).isEqualTo("API");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/details/mode").asString()).isEqualTo("VERIFY_ONLY");
    }

    @Test
    void isAnsweredAsLinesInTheOrderOfTheChain() {
        UUID id = verifying(CsvFile.of("a,B,No"));
        post("/api/v1/imports/" + id + "/cancel");
        boolean chained = true;
        while (chained) {
            chained = chain.chainSome();
        }

        MvcTestResult lines =
                api.get()
                        .uri(AUDIT + "?importId=" + id)
                        .header("Accept", "application/x-ndjson")
                        .with(httpBasic(ADMINISTRATOR, PASSWORD))
                        .exchange();

        assertThat(new String(body(lines), StandardCharsets.UTF_8).lines())
                .extracting(line -> readTree(line).path("kind").asString())
                .containsExactly("IMPORT_SUBMITTED", "IMPORT_CANCELLED");
        assertThat(kinds()).contains("AUDIT_EXPORTED");
    }

    @Test
    void refusesWhatIsNoTimeAndNoKind() {
        assertProblem(get(AUDIT + "?from=yesterday"), 400, "parameter-invalid");
        assertProblem(get(AUDIT + "?kind=NONE"), 400, "parameter-invalid");
        assertThat(get(AUDIT + "?from=2026-07-04T22:13:05Z&to=2026-07-05T00:00:00Z")).hasStatusOk();
    }

    @Test
    void isNotThereForContentAdministratorsAndOtherTokens() {
        assertProblem(askAs("content.admin", api.get().uri(AUDIT)), 404, "path-unknown");
        String imports = token(TokenScope.IMPORTS_APPLY);
        assertProblem(withToken(imports, AUDIT), 403, "insufficient-scope");
        String audit = token(TokenScope.AUDIT_READ);
        assertThat(withToken(audit, AUDIT)).hasStatusOk();
        assertProblem(withToken(audit, "/api/v1/imports"), 403, "insufficient-scope");
    }

    @Test
    void keepsWhoHasUsedTheApiAndHowOften() {
        String token = token(TokenScope.IMPORTS_READ);
        withToken(token, "/api/v1/imports");
        withToken(token, "/api/v1/imports");
        get("/api/v1/imports");
        counted.close();

        assertThat(since("API_USED"))
                .anySatisfy(
                        entry -> {
                            assertThat(entry.via()).isEqualTo("TOKEN");
                            assertThat(entry.viaName()).isEqualTo("For audit");
                            assertThat(entry.account()).isEqualTo(ADMINISTRATOR);
                        })
                .anySatisfy(entry -> assertThat(entry.via()).isEqualTo("API"))
                .hasSize(3);
    }

    @Test
    void keepsCallsThatWereRefused() {
        assertProblem(get("/api/v1/imports/" + UUID.randomUUID()), 404, "import-not-found");
        askAsNobody(api.get().uri("/api/v1/imports"));
        withToken("unenrol_nothing", "/api/v1/imports");
        askAs("amelia.hughes", api.get().uri("/api/v1/imports"));
        withToken(token(TokenScope.AUDIT_READ), "/api/v1/imports");
        counted.close();

        assertThat(since("REFUSED"))
                .extracting(entry -> entry.account() + " " + entry.details().get("status"))
                .contains("global.admin 404", "null 401", "amelia.hughes 403", "global.admin 403");
    }

    private String token(TokenScope scope) {
        return tokens.issue(ADMINISTRATOR, "For audit", Set.of(scope), Duration.ofMinutes(5));
    }

    private MvcTestResult withToken(String token, String address) {
        return askAsNobody(api.get().uri(address).header("Authorization", "Bearer " + token));
    }

    private List<String> kinds() {
        return history.page(AuditFilter.ALL, null, 100).stream()
                .filter(entry -> entry.id() > before)
                .map(AuditEntry::kind)
                .toList();
    }

    private List<AuditEntry> since(String kind) {
        return history.page(AuditFilter.ALL, null, 100).stream()
                .filter(entry -> entry.id() > before && entry.kind().equals(kind))
                .toList();
    }
}
