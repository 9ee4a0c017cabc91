package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.account.token.TokenScope.IMPORTS_APPLY;
import static org.unenrol.account.token.TokenScope.IMPORTS_READ;
import static org.unenrol.account.token.TokenScope.IMPORTS_VERIFY;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;

/** Tokens in place of a password. */
class TokenTests extends ApiTestCase {

    private static final String CONTENT = "content.admin";
    private static final byte[] FILE = CsvFile.of("a,B,No");

    @AfterEach
    void restoreTheRole() {
        setRole("CONTENT_ADMINISTRATOR");
    }

    @Test
    void actForTheirAccount() {
        String token = token(CONTENT, IMPORTS_VERIFY);

        MvcTestResult answer = askWith(token, uploading(FILE, "verifyOnly=true"));

        assertThat(answer).hasStatus(202);
        assertThat(json(answer).path("submittedBy").asString()).isEqualTo(CONTENT);
        assertThat(tokens.of(CONTENT).get(0).lastUsed()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unenrol_unknown", "unenrol_", "something", "", "un\u00e9nrol"})
    void areRefusedWhereNobodyKnowsThem(String token) {
        MvcTestResult answer = askWith(token, api.get().uri(IMPORTS));

        assertProblem(answer, 401, "invalid-token");
        assertThat(answer)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"Unenrol\", error=\"invalid_token\"");
    }

    @Test
    void areTakenFromTheHeaderOnly() {
        String token = token(CONTENT, IMPORTS_READ);

        assertProblem(
                askAsNobody(api.get().uri(IMPORTS + "?access_token=" + token)),
                401,
                "sign-in-needed");
        assertThat(askAsNobody(api.get().uri(IMPORTS).header("Authorization", "bearer " + token)))
                .hasStatusOk();
    }

    @Test
    void areRefusedOnceRevokedOrEnded() {
        String revoked = token(CONTENT, IMPORTS_READ);
        tokens.revoke(tokens.of(CONTENT).get(0).id());
        String ended = token(CONTENT, IMPORTS_READ);
        jdbc.sql(
                        """
                        update accounts.token
                        set created_at = now() - interval '2 d', expires_at = now() - interval '1 s'
                        where id = ?
                        """)
                .param(tokens.of(CONTENT).get(0).id())
                .update();

        assertProblem(askWith(revoked, api.get().uri(IMPORTS)), 401, "invalid-token");
        assertProblem(askWith(ended, api.get().uri(IMPORTS)), 401, "invalid-token");
    }

    @Test
    void neverGiveMoreThanTheirAccountMayNow() {
        UUID other = verifying(FILE);
        String token = token(CONTENT, IMPORTS_APPLY);
        assertProblem(askWith(token, api.get().uri(one(other))), 404, "import-not-found");

        setRole("GLOBAL_ADMINISTRATOR");
        assertThat(askWith(token, api.get().uri(one(other)))).hasStatusOk();

        setRole("NONE");
        assertProblem(askWith(token, api.get().uri(IMPORTS)), 403, "not-an-administrator");
    }

    @Test
    void unenrolNobodyWithoutTheScopeForIt() {
        String token = token(ADMINISTRATOR, IMPORTS_VERIFY);
        UUID running = applying(FILE);

        MvcTestResult upload = askWith(token, uploading(FILE, "verifyOnly=false"));

        assertProblem(upload, 403, "insufficient-scope");
        assertThat(upload)
                .hasHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"Unenrol\", error=\"insufficient_scope\","
                                + " scope=\"imports:apply\"");
        assertThat(json(upload).path("detail").asString())
                .isEqualTo("This token may not do that: use one with the scope imports:apply.");
        assertProblem(
                askWith(token, api.post().uri(one(running) + "/cancel")),
                403,
                "insufficient-scope");
        assertThat(askWith(token, api.post().uri(one(verifying(FILE)) + "/cancel"))).hasStatus(202);
        assertThat(
                        askWith(
                                token(ADMINISTRATOR, IMPORTS_APPLY),
                                api.post().uri(one(running) + "/cancel")))
                .hasStatus(202);
    }

    @Test
    void areForTheApiAlone() {
        String token = token(ADMINISTRATOR, IMPORTS_APPLY);

        MvcTestResult figures = askWith(token, api.get().uri("/actuator/metrics"));

        assertProblem(figures, 403, "insufficient-scope");
        assertThat(json(figures).path("detail").asString()).startsWith("No token may do that");
        assertThat(api.get().uri("/tokens").header("Authorization", "Bearer " + token).exchange())
                .hasRedirectedUrl("/sign-in");
    }

    private String token(String username, TokenScope scope) {
        return tokens.issue(username, "Test", Set.of(scope), Duration.ofDays(1));
    }

    private MvcTestResult askWith(String token, MockMvcRequestBuilder request) {
        return askAsNobody(request.header("Authorization", "Bearer " + token));
    }

    private static String one(UUID id) {
        return IMPORTS + "/" + id;
    }

    @Test
    void areWorthNothingWhileTheirAccountIsDisabled() {
        String token = token(CONTENT, IMPORTS_READ);
        disable("now()");
        try {
            assertProblem(askWith(token, api.get().uri(IMPORTS)), 403, "not-an-administrator");
        } finally {
            disable("null");
        }
        assertThat(askWith(token, api.get().uri(IMPORTS))).hasStatusOk();
    }

    private void disable(String since) {
        jdbc.sql(
                        "update accounts.account set disabled_at = "
                                + since
                                + " where username = 'content.admin'")
                .update();
    }

    private void setRole(String role) {
        jdbc.sql("update accounts.account set role = ? where username = 'content.admin'")
                .param(role)
                .update();
    }
}
