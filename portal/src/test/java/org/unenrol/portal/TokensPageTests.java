package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.account.token.AccountToken;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.account.token.TokenScope;

/** The pages of tokens for the API. */
class TokensPageTests extends PageTestCase {

    private static final String CONTENT = "content.admin";
    private static final Pattern SECRET = Pattern.compile("unenrol_[A-Za-z0-9_-]{43}");

    @Autowired private AccountTokens tokens;
    @Autowired private Accounts accounts;

    @BeforeEach
    void forgetTokens() {
        PortalDatabase.JDBC.sql("truncate accounts.token").update();
    }

    @Test
    void showANewTokenOnce() {
        MvcTestResult answer = make(CONTENT, "name= Nightly run &scope=IMPORTS_VERIFY&days=180");

        AccountToken made = tokens.use(secretIn(answer)).orElseThrow();
        assertThat(made.username()).isEqualTo(CONTENT);
        assertThat(made.name()).isEqualTo("Nightly run");
        assertThat(made.scopes()).containsExactly(TokenScope.IMPORTS_VERIFY);
        assertThat(Duration.between(made.created(), made.expires()))
                .isEqualTo(Duration.ofDays(180));
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(read(answer)).contains("Copy it now: it is not shown again.");
        assertThat(get(CONTENT, "/tokens"))
                .bodyText()
                .contains("Nightly run", made.prefix(), "imports:verify")
                .doesNotContainPattern(SECRET);
    }

    @Test
    void tellWhenATokenWasLastUsed() {
        String secret = issue(CONTENT, "Nightly run");
        assertThat(read(get(CONTENT, "/tokens"))).contains(" Never ");

        tokens.use(secret);

        assertThat(read(get(CONTENT, "/tokens"))).doesNotContain(" Never ");
    }

    @Test
    void askForAName() {
        MvcTestResult answer = make(CONTENT, "name= &scope=IMPORTS_APPLY&days=90");

        assertThat(answer).hasStatus(422).bodyText().contains("<title>Error: API tokens");
        assertThat(read(answer)).contains("Enter a name");
        assertThat(read(make(CONTENT, "name=" + "x".repeat(101))))
                .contains("Name must be 100 characters or fewer");
        assertThat(tokens.of(CONTENT)).isEmpty();
    }

    @Test
    void endATokenAtOnce() {
        String secret = issue(CONTENT, "Nightly run");

        assertThat(revoke(CONTENT, secret)).hasRedirectedUrl("/tokens");

        assertThat(tokens.use(secret)).isEmpty();
        assertThat(read(get(CONTENT, "/tokens"))).contains("Revoked");
    }

    @Test
    void keepTheTokensOfOthersToGlobalAdministrators() {
        String secret = issue("global.admin", "Somebody else's");

        assertThat(get(CONTENT, "/tokens/all")).hasStatus(404);
        assertThat(read(get(CONTENT, "/tokens")))
                .doesNotContain("Somebody else's", "Tokens of all accounts", "For a service");
        assertThat(revoke(CONTENT, secret)).hasStatus(404);
        assertThat(tokens.use(secret)).isPresent();
    }

    @Test
    void letAGlobalAdministratorRevokeAny() {
        String secret = issue(CONTENT, "Nightly run");
        assertThat(read(get("global.admin", "/tokens/all"))).contains("Nightly run", CONTENT);

        assertThat(revoke("global.admin", secret)).hasStatus3xxRedirection();

        assertThat(tokens.use(secret)).isEmpty();
    }

    @Test
    void makeATokenForAServiceThatNobodySignsInAs() {
        accounts.add(
                new Account(
                        "hr.import",
                        "HR",
                        "hr@example.org",
                        Role.CONTENT_ADMINISTRATOR,
                        null,
                        null));

        MvcTestResult answer = make("global.admin", "name=HR&account=hr.import");
        assertThat(tokens.use(secretIn(answer))).map(AccountToken::username).contains("hr.import");

        assertThat(read(make("global.admin", "name=HR&account=" + CONTENT)))
                .contains("There is no account without a password that has this username");
        assertThat(tokens.of(CONTENT)).isEmpty();
        MvcTestResult own = make(CONTENT, "name=HR&account=hr.import");
        assertThat(tokens.use(secretIn(own))).map(AccountToken::username).contains(CONTENT);
    }

    private String issue(String username, String name) {
        return tokens.issue(username, name, Set.of(TokenScope.IMPORTS_READ), Duration.ofDays(1));
    }

    private MvcTestResult get(String username, String path) {
        return browser.get().uri(path).with(as(username)).exchange();
    }

    private MvcTestResult make(String username, String form) {
        return browser.post().uri("/tokens?" + form).with(as(username)).with(csrf()).exchange();
    }

    private MvcTestResult revoke(String username, String secret) {
        long id = tokens.use(secret).orElseThrow().id();
        return browser.post()
                .uri("/tokens/" + id + "/revoke")
                .with(as(username))
                .with(csrf())
                .exchange();
    }

    private static String secretIn(MvcTestResult answer) {
        Matcher secret = SECRET.matcher(read(answer));
        assertThat(secret.find()).isTrue();
        return secret.group();
    }
}
