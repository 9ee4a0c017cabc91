package org.unenrol.portal.access;

import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.factor.AuthenticatorApps;
import org.unenrol.account.factor.Passkeys;
import org.unenrol.account.factor.RecoveryCodes;
import org.unenrol.account.factor.SealedSecret;
import org.unenrol.account.factor.SecondFactors;

/** Second factors of accounts, as the sign-in and the pages need them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecondFactorSettings.class)
class SecondFactorParts {

    @Bean
    AuthenticatorApps authenticatorApps(JdbcClient jdbc, SecondFactorSettings settings) {
        return new AuthenticatorApps(jdbc, settings.keys(), Clock.systemUTC());
    }

    /** Kept between two pages: an app that is being added, and a right password. */
    @Bean
    SessionTypes secondFactorTypes() {
        return SessionTypes.of(SealedSecret.class, PendingSignIn.class);
    }

    @Bean
    Passkeys passkeys(JdbcClient jdbc) {
        return new Passkeys(jdbc);
    }

    @Bean
    RecoveryCodes recoveryCodes(JdbcClient jdbc, TransactionOperations transaction) {
        return new RecoveryCodes(jdbc, transaction);
    }

    @Bean
    SecondFactors secondFactors(
            JdbcClient jdbc,
            TransactionOperations transaction,
            AuthenticatorApps apps,
            Passkeys passkeys,
            RecoveryCodes codes) {
        return new SecondFactors(jdbc, transaction, apps, passkeys, codes);
    }

    /** After another key has been set, the one before it is needed no longer. */
    @Bean
    ApplicationRunner sealAnew(AuthenticatorApps apps) {
        return arguments -> apps.sealAnew();
    }
}
