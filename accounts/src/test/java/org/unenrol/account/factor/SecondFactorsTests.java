package org.unenrol.account.factor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.account.TokensDatabase;

class SecondFactorsTests {

    private static final Instant NOW = Instant.parse("2026-11-28T19:00:00Z");
    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER_KEY = "another key, of the second year".getBytes(UTF_8);

    private final JdbcClient jdbc = TokensDatabase.jdbc();
    private final AuthenticatorApps apps = apps(Map.of("k1", KEY), "k1", NOW);
    private final Passkeys passkeys = new Passkeys(jdbc);
    private final RecoveryCodes codes = new RecoveryCodes(jdbc, TokensDatabase.transaction());
    private final SecondFactors factors =
            new SecondFactors(jdbc, TokensDatabase.transaction(), apps, passkeys, codes);

    @BeforeEach
    void addAccounts() {
        TokensDatabase.clear();
        Accounts accounts = new Accounts(jdbc);
        accounts.add(account("Ada"));
        accounts.add(account("bo"));
    }

    @Test
    void countAnAppOnceItHasShownAPassword() {
        SealedSecret sealed = apps.offer("Ada").sealed();

        assertThat(apps.add("Ada", sealed, "no password")).isFalse();
        assertThat(factors.has("ada")).isFalse();
        assertThat(apps.add("Ada", sealed, password(sealed, NOW))).isTrue();

        assertThat(factors.has("ada")).isTrue();
        assertThat(factors.has("bo")).isFalse();
        assertThat(apps.of("ada")).isPresent();
        assertThat(apps.of("bo")).isEmpty();
    }

    @Test
    void takeAPasswordOnceAndNoneBeforeIt() {
        SealedSecret sealed = appOfAda();
        AuthenticatorApps later = apps(Map.of("k1", KEY), "k1", NOW.plusSeconds(60));
        String next = password(sealed, NOW.plusSeconds(60));

        assertThat(apps.take("Ada", password(sealed, NOW))).isFalse();
        assertThat(later.take("Ada", next)).isTrue();
        assertThat(later.take("Ada", next)).isFalse();
        assertThat(later.take("Ada", password(sealed, NOW.plusSeconds(30)))).isFalse();
        assertThat(later.take("bo", password(sealed, NOW.plusSeconds(90)))).isFalse();
        assertThat(later.take("Ada", "")).isFalse();
    }

    @Test
    void takeNoPasswordAfterAHundredWrongOnesInARow() {
        SealedSecret sealed = appOfAda();
        Instant later = NOW.plusSeconds(60);
        AuthenticatorApps app = apps(Map.of("k1", KEY), "k1", later);
        IntStream.range(0, 100).forEach(i -> app.take("ada", "000" + i));

        assertThat(app.take("ada", password(sealed, later))).isFalse();

        app.forgive("ada");
        assertThat(app.take("ada", password(sealed, later))).isTrue();
    }

    @Test
    void keepTheSecretOfAnAppSoThatNobodyCanReadIt() {
        AppOffer offer = apps.offer("Ada");
        apps.add("Ada", offer.sealed(), password(offer.sealed(), NOW));

        String stored =
                jdbc.sql("select sealed from accounts.authenticator_app")
                        .query(String.class)
                        .single();

        assertThat(stored).startsWith("k1.").doesNotContain(offer.secret());
        assertThat(apps.offerAgain("Ada", offer.sealed()).map(AppOffer::secret))
                .contains(offer.secret());
        assertThat(apps.offerAgain("bo", offer.sealed())).isEmpty();
        assertThat(apps(Map.of("k1", OTHER_KEY), "k1", NOW).offerAgain("Ada", offer.sealed()))
                .isEmpty();
        assertThat(offer.toString() + offer.sealed()).doesNotContain(offer.secret(), stored);
    }

    @Test
    void sealSecretsWithANewKeyAndDoWithoutTheOld() {
        SealedSecret sealed = appOfAda();
        Instant later = NOW.plusSeconds(60);

        apps(Map.of("k1", KEY, "k2", OTHER_KEY), "k2", NOW).sealAnew();

        String password = password(sealed, later);
        assertThat(apps(Map.of("k1", KEY), "k1", later).take("Ada", password)).isFalse();
        assertThat(apps(Map.of("k2", OTHER_KEY), null, later).take("Ada", password)).isTrue();
    }

    @Test
    void describeTheAppToAQrCode() {
        assertThat(new AppOffer("ABC", new SealedSecret("k1.")).address("Unenrol", "ada lovelace"))
                .isEqualTo(
                        "otpauth://totp/Unenrol:ada%20lovelace?secret=ABC&issuer=Unenrol"
                                + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void takeEachRecoveryCodeOnceHoweverItIsWritten() {
        List<String> made = codes.makeAnew("Ada");

        assertThat(made)
                .hasSize(RecoveryCodes.MADE)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));
        assertThat(codes.use("bo", made.get(0))).isFalse();
        assertThat(codes.use("ada", made.get(0).toUpperCase(Locale.ROOT).replace('-', ' ')))
                .isTrue();
        assertThat(codes.use("ada", made.get(0))).isFalse();
        assertThat(codes.use("ada", "")).isFalse();
        assertThat(codes.remaining("ada")).isEqualTo(9);
        assertThat(factors.has("ada")).isFalse();

        codes.makeAnew("Ada");

        assertThat(codes.use("ada", made.get(1))).isFalse();
        assertThat(codes.remaining("ada")).isEqualTo(10);
    }

    @Test
    void haveNoRecoveryCodeInTheDatabase() {
        List<String> made = codes.makeAnew("Ada");

        String stored =
                jdbc.sql("select string_agg(recovery_code::text, ' ') from accounts.recovery_code")
                        .query(String.class)
                        .single();

        assertThat(made).noneMatch(code -> stored.contains(code.replace("-", "")));
    }

    @Test
    void areFoundByWhatAPasskeyTells() {
        passkeys.addOwner("Ada", "handle-of-ada");
        passkeys.addOwner("Ada", "another handle");
        Passkey passkey = passkey("credential", "handle-of-ada");

        passkeys.add(passkey);

        assertThat(passkeys.owner("ada"))
                .contains(new PasskeyOwner("handle-of-ada", "Ada", "Ada Example"));
        assertThat(passkeys.ownerOf("handle-of-ada")).isEqualTo(passkeys.owner("ada"));
        assertThat(passkeys.ownerOf("another handle")).isEmpty();
        assertThat(passkeys.find("credential")).contains(passkey);
        assertThat(passkeys.of("ada")).containsExactly(passkey);
        assertThat(factors.count("ada")).isEqualTo(1);
        assertThat(passkeys.remove("bo", "credential")).isFalse();
        assertThat(passkeys.remove("ada", "credential")).isTrue();
        assertThat(factors.count("ada")).isZero();
    }

    @Test
    void tellThatAPasskeyMayHaveBeenCopied() {
        passkeys.addOwner("Ada", "handle-of-ada");
        passkeys.add(passkey("credential", "handle-of-ada"));

        assertThat(IntStream.of(0, 0, 1, 1, 0, 2).mapToObj(this::use))
                .containsExactly(true, true, true, false, false, true);
        assertThat(passkeys.find("credential").orElseThrow().lastUsed()).isNotNull();
    }

    private boolean use(int count) {
        return passkeys.use("credential", count);
    }

    @Test
    void goAllTogether() {
        appOfAda();
        codes.makeAnew("Ada");
        passkeys.addOwner("Ada", "handle-of-ada");
        passkeys.add(passkey("credential", "handle-of-ada"));
        assertThat(factors.count("ada")).isEqualTo(2);

        factors.removeAll("ada");

        assertThat(factors.count("ada")).isZero();
        assertThat(codes.remaining("ada")).isZero();
        assertThat(factors.count("nobody")).isZero();
    }

    private SealedSecret appOfAda() {
        SealedSecret sealed = apps.offer("Ada").sealed();
        assertThat(apps.add("Ada", sealed, password(sealed, NOW))).isTrue();
        return sealed;
    }

    private AuthenticatorApps apps(
            Map<String, byte[]> keys, @Nullable String sealing, Instant now) {
        return new AuthenticatorApps(
                jdbc, new FactorKeys(keys, sealing), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String password(SealedSecret sealed, Instant time) {
        byte[] secret = new FactorKeys(Map.of("k1", KEY), "k1").open(sealed, "ada").orElseThrow();
        return OneTimePasswords.of(secret, OneTimePasswords.step(time));
    }

    private static Passkey passkey(String id, String handle) {
        return new Passkey(
                id,
                handle,
                "Laptop",
                "key",
                0,
                true,
                true,
                false,
                List.of("internal"),
                "attestation",
                "client",
                NOW,
                null);
    }

    private static Account account(String username) {
        return new Account(
                username,
                username + " Example",
                username + "@example.org",
                Role.GLOBAL_ADMINISTRATOR,
                "en",
                "{noop}password");
    }
}
