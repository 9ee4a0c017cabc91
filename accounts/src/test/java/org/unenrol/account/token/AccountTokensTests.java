package org.unenrol.account.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.unenrol.account.token.TokenScope.IMPORTS_APPLY;
import static org.unenrol.account.token.TokenScope.IMPORTS_READ;
import static org.unenrol.account.token.TokenScope.IMPORTS_VERIFY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.account.TokensDatabase;

class AccountTokensTests {

    private static final Duration MONTH = Duration.ofDays(30);

    private final JdbcClient jdbc = TokensDatabase.jdbc();
    private final AccountTokens tokens = new AccountTokens(jdbc);

    @BeforeEach
    void addAccounts() {
        TokensDatabase.clear();
        Accounts accounts = new Accounts(jdbc);
        accounts.add(account("Ada"));
        accounts.add(account("bo"));
    }

    @Test
    void areUsedByTheirSecretAlone() {
        String secret = tokens.issue("ADA", "Nightly run", Set.of(IMPORTS_VERIFY), MONTH);

        AccountToken used = tokens.use(secret).orElseThrow();

        assertThat(used.username()).isEqualTo("Ada");
        assertThat(used.name()).isEqualTo("Nightly run");
        assertThat(used.scopes()).containsExactly(IMPORTS_VERIFY);
        assertThat(secret).matches("unenrol_[A-Za-z0-9_-]{43}").startsWith(used.prefix());
        assertThat(tokens.use(used.prefix())).isEmpty();
        assertThat(tokens.use(secret + "x")).isEmpty();
        assertThat(tokens.use("")).isEmpty();
    }

    @Test
    void areStoredSoThatNobodyCanUseWhatIsStored() {
        String secret = tokens.issue("Ada", "Nightly run", Set.of(IMPORTS_READ), MONTH);

        String stored =
                jdbc.sql("select token::text from accounts.token").query(String.class).single();

        assertThat(stored).contains("unenrol_").doesNotContain(secret.substring(13));
    }

    @Test
    void areNoLongerOfUseAfterTheirEnd() {
        String secret = tokens.issue("Ada", "Nightly run", Set.of(IMPORTS_READ), MONTH);
        jdbc.sql(
                        """
                        update accounts.token
                        set created_at = now() - interval '31 days', expires_at = now() - interval '1 s'
                        """)
                .update();

        assertThat(tokens.use(secret)).isEmpty();
    }

    @Test
    void areNoLongerOfUseOnceRevoked() {
        String secret = tokens.issue("Ada", "Nightly run", Set.of(IMPORTS_READ), MONTH);
        long id = tokens.use(secret).orElseThrow().id();

        assertThat(tokens.revoke(id)).isTrue();
        assertThat(tokens.revoke(id)).isFalse();

        assertThat(tokens.use(secret)).isEmpty();
        assertThat(tokens.find(id)).map(AccountToken::revoked).isPresent();
    }

    @Test
    void goWithTheirAccount() {
        String secret = tokens.issue("Ada", "Nightly run", Set.of(IMPORTS_READ), MONTH);

        jdbc.sql("delete from accounts.account where username = 'Ada'").update();

        assertThat(tokens.use(secret)).isEmpty();
    }

    @Test
    void lastForAYearAtMostAndBelongToAnAccount() {
        Set<TokenScope> scopes = Set.of(IMPORTS_READ);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.issue("Ada", "Long", scopes, Duration.ofDays(366)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.issue("eve", "Nobody's", scopes, MONTH));
    }

    @Test
    void noteTheirUseOnceAMinute() {
        String secret = tokens.issue("Ada", "Nightly run", Set.of(IMPORTS_READ), MONTH);
        assertThat(lastUsed()).isNull();
        tokens.use(secret);
        Instant first = lastUsed();

        tokens.use(secret);
        assertThat(lastUsed()).isEqualTo(first);

        jdbc.sql("update accounts.token set last_used_at = now() - interval '61 s'").update();
        tokens.use(secret);
        assertThat(lastUsed()).isAfterOrEqualTo(first);
    }

    @Test
    void areListedByAccountAndAllTogether() {
        tokens.issue("Ada", "First", Set.of(IMPORTS_READ), MONTH);
        tokens.issue("bo", "Second", Set.of(IMPORTS_READ), MONTH);
        tokens.issue("Ada", "Third", Set.of(IMPORTS_READ, IMPORTS_APPLY), MONTH);

        assertThat(tokens.of("ada"))
                .extracting(AccountToken::name)
                .containsExactly("Third", "First");
        assertThat(tokens.page(1, 5))
                .extracting(AccountToken::name)
                .containsExactly("Second", "First");
    }

    @Test
    void haveScopesOfWhichTheLaterIncludeTheEarlier() {
        assertThat(IMPORTS_APPLY.includes(IMPORTS_VERIFY)).isTrue();
        assertThat(IMPORTS_VERIFY.includes(IMPORTS_READ)).isTrue();
        assertThat(IMPORTS_READ.includes(IMPORTS_READ)).isTrue();
        assertThat(IMPORTS_READ.includes(IMPORTS_VERIFY)).isFalse();
        assertThat(IMPORTS_VERIFY.includes(IMPORTS_APPLY)).isFalse();
        assertThat(List.of(TokenScope.values()))
                .extracting(TokenScope::word)
                .containsExactly("imports:read", "imports:verify", "imports:apply", "audit:read");
        assertThat(TokenScope.AUDIT_READ.includes(TokenScope.AUDIT_READ)).isTrue();
        assertThat(TokenScope.AUDIT_READ.includes(IMPORTS_READ)).isFalse();
        assertThat(IMPORTS_APPLY.includes(TokenScope.AUDIT_READ)).isFalse();
        assertThat(TokenScope.of("imports:verify")).contains(IMPORTS_VERIFY);
        assertThat(TokenScope.of("imports:everything")).isEmpty();
    }

    private Instant lastUsed() {
        return tokens.of("Ada").get(0).lastUsed();
    }

    private static Account account(String username) {
        return new Account(
                username, "Name", "a@example.org", Role.CONTENT_ADMINISTRATOR, null, null);
    }
}
