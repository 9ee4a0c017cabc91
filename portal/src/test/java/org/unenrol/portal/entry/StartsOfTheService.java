package org.unenrol.portal.entry;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.FirstAdministrator;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.portal.access.Passwords;
import org.unenrol.portal.credentials.AccountLinks;

/** Has the service start again, as far as its first administrator goes. */
public final class StartsOfTheService {

    private static final Pattern TOKEN =
            Pattern.compile("http://localhost:8080/first-administrator\\?token=([\\w-]+)");

    private final FirstAdministrator first;
    private final OneTimeLinks links;
    private final AccountLinks invitations;
    private final AccountDirectory directory;
    private final Environment environment;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ConfigurableApplicationContext context;

    StartsOfTheService(
            FirstAdministrator first,
            OneTimeLinks links,
            AccountLinks invitations,
            AccountDirectory directory,
            Environment environment,
            Passwords passwords,
            JdbcClient jdbc,
            TransactionOperations transaction,
            ConfigurableApplicationContext context) {
        this.first = first;
        this.links = links;
        this.invitations = invitations;
        this.directory = directory;
        this.environment = environment;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.context = context;
    }

    /** The token of the link that the next start shows. */
    public Optional<String> tokenShown(CapturedOutput console) {
        int before = console.getOut().length();
        start(new FirstAdministratorSettings(null, "administrator", null));
        return TOKEN.matcher(console.getOut().substring(before))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst();
    }

    public void withFirstAdministrator(@Nullable String email, String username) {
        start(new FirstAdministratorSettings(email, username, null));
    }

    private void start(FirstAdministratorSettings settings) {
        new FirstStart(first, links, invitations, directory, settings, environment, passwords)
                .onApplicationEvent(
                        new ApplicationReadyEvent(
                                new SpringApplication(), new String[0], context, Duration.ZERO));
    }

    /** Lets nobody make a link meanwhile. */
    public void whileLinksAreLocked(Runnable meanwhile) {
        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("lock table accounts.one_time_link in share mode").update();
                    meanwhile.run();
                });
    }
}
