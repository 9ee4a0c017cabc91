package org.unenrol.portal.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.AccountAdministration;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.FirstAdministrator;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.account.SignInHistory;

/** Parts of the accounts that only their pages need. */
@Configuration(proxyBeanMethods = false)
class AccountParts {

    @Bean
    AccountDirectory accountDirectory(JdbcClient jdbc) {
        return new AccountDirectory(jdbc);
    }

    @Bean
    AccountAdministration accountAdministration(
            JdbcClient jdbc, TransactionOperations transaction, AccountDirectory directory) {
        return new AccountAdministration(jdbc, transaction, directory);
    }

    @Bean
    OneTimeLinks oneTimeLinks(JdbcClient jdbc) {
        return new OneTimeLinks(jdbc);
    }

    @Bean
    FirstAdministrator firstAdministrator(JdbcClient jdbc, TransactionOperations transaction) {
        return new FirstAdministrator(jdbc, transaction);
    }

    @Bean
    SignInHistory signInHistory(JdbcClient jdbc) {
        return new SignInHistory(jdbc);
    }
}
