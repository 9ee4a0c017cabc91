package org.unenrol.portal.entry;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.unenrol.account.AccountDetails;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.FirstAdministrator;
import org.unenrol.account.OneTimeLink;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.account.Role;
import org.unenrol.portal.access.Passwords;
import org.unenrol.portal.credentials.AccountLinks;

/**
 * Opens a way in when the service has started and no Global administrator can sign in: a link in
 * the console, or an invitation by mail where the settings name somebody.
 */
@Component
@EnableConfigurationProperties(FirstAdministratorSettings.class)
class FirstStart implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final Duration VALID = Duration.ofHours(24);
    private static final Duration INVITED_LATELY = Duration.ofDays(7);

    private final FirstAdministrator first;
    private final OneTimeLinks links;
    private final AccountLinks invitations;
    private final AccountDirectory directory;
    private final FirstAdministratorSettings settings;
    private final Environment environment;
    private final Passwords passwords;

    FirstStart(
            FirstAdministrator first,
            OneTimeLinks links,
            AccountLinks invitations,
            AccountDirectory directory,
            FirstAdministratorSettings settings,
            Environment environment,
            Passwords passwords) {
        this.first = first;
        this.links = links;
        this.invitations = invitations;
        this.directory = directory;
        this.settings = settings;
        this.environment = environment;
        this.passwords = passwords;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        if (!passwords.areOn() || !first.isMissing()) {
            return;
        }
        String email = settings.email();
        if (email == null || email.isBlank()) {
            String token = links.make(OneTimeLink.Kind.FIRST_ADMINISTRATOR, null, VALID);
            log.info(
                    """
                    There is no administrator yet. Make the first one here, within 24 hours; the link works once:

                        {}/first-administrator?token={}
                    """,
                    address(),
                    token);
        } else if (first.ifMissing(() -> invite(email.strip()))) {
            log.info("There is no administrator yet: the first one is invited by mail");
        }
    }

    /** At each start until the invitation is accepted, once in the time that one lasts. */
    private boolean invite(String email) {
        AccountDetails details =
                new AccountDetails(
                        Objects.requireNonNullElse(settings.name(), email),
                        email,
                        Role.GLOBAL_ADMINISTRATOR,
                        null);
        return directory
                .find(settings.username())
                .map(
                        known -> {
                            boolean due =
                                    links.made(
                                                    OneTimeLink.Kind.INVITATION,
                                                    known.id(),
                                                    INVITED_LATELY)
                                            == 0;
                            if (due) {
                                invitations.inviteAgain(known);
                            }
                            return due;
                        })
                .orElseGet(
                        () ->
                                invitations
                                        .invite(settings.username(), details, Set.of())
                                        .isPresent());
    }

    private String address() {
        String port = environment.getProperty("local.server.port", "8080");
        return environment
                .getProperty("unenrol.mail.portal-url", "http://localhost:" + port)
                .replaceFirst("/+$", "");
    }
}
