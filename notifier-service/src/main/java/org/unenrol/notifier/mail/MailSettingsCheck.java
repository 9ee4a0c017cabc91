package org.unenrol.notifier.mail;

import jakarta.mail.internet.AddressException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;
import org.unenrol.wording.Messages;

/**
 * Looks at the mail settings when the service starts: what is wrong then would be wrong for every
 * mail. Whether the server answers is not looked at, as that changes.
 */
final class MailSettingsCheck {

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");
    private static final Pattern HOST_AND_PORT = Pattern.compile("[^:]*:\\d+");
    private static final int HIGHEST_RATE = 1_000_000;
    private static final int LARGEST_PORT = 65_535;

    private MailSettingsCheck() {}

    /**
     * Throws what Spring Boot tells in words when a service does not start.
     *
     * @throws InvalidConfigurationPropertyValueException names the setting and says how to fix it
     */
    static void check(MailSettings settings, JavaMailSenderImpl server) {
        checkServer(server);
        checkAddress("unenrol.mail.from", settings.from());
        String replyTo = settings.replyTo();
        if (replyTo != null) {
            checkAddress("unenrol.mail.reply-to", replyTo);
        }
        checkPortal(settings.portalUrl());
        if (settings.senders() < 1) {
            throw wrong("unenrol.mail.senders", settings.senders(), "Set it to 1 or more.");
        }
        if (!Messages.LANGUAGES.contains(settings.language())) {
            throw wrong(
                    "unenrol.mail.language",
                    settings.language(),
                    "Set it to one of " + String.join(", ", Messages.LANGUAGES) + ".");
        }
        if (settings.copies() < 1) {
            throw wrong("unenrol.mail.copies", settings.copies(), "Set it to 1 or more.");
        }
        checkLearners(settings);
    }

    private static void checkLearners(MailSettings settings) {
        int rate = settings.learnerRate();
        if (rate < 1 || rate > HIGHEST_RATE) {
            throw wrong(
                    "unenrol.mail.learner-rate",
                    rate,
                    "Set it to the emails to learners that your mail server takes in a minute, 1 to"
                            + " 1000000; there is no value for any number of them.");
        }
        Duration pause = settings.longestDomainPause();
        if (pause.compareTo(Duration.ofSeconds(1)) < 0
                || pause.compareTo(Duration.ofHours(1)) > 0) {
            throw wrong("unenrol.mail.longest-domain-pause", pause, "Set it to between 1s and 1h.");
        }
    }

    private static void checkServer(JavaMailSenderImpl server) {
        String protocol = server.getProtocol();
        if (!"smtp".equals(protocol) && !"smtps".equals(protocol)) {
            throw wrong(
                    "spring.mail.protocol",
                    protocol,
                    "Set it to smtp, also for STARTTLS, or to smtps for TLS from the first byte.");
        }
        String host = server.getHost();
        if (host == null
                || !HOST.matcher(host).matches()
                || HOST_AND_PORT.matcher(host).matches()) {
            throw wrong(
                    "spring.mail.host",
                    host,
                    "Set it to the mail server's name alone, such as mail.example.org; the port is"
                            + " spring.mail.port.");
        }
        int port = server.getPort();
        if (port != JavaMailSenderImpl.DEFAULT_PORT && (port < 1 || port > LARGEST_PORT)) {
            throw wrong(
                    "spring.mail.port",
                    port,
                    "Set it to the mail server's port: often 25 or 587, with smtps 465.");
        }
        if (StringUtils.hasText(server.getUsername())
                && !StringUtils.hasText(server.getPassword())) {
            throw wrong(
                    "spring.mail.username",
                    server.getUsername(),
                    "Set spring.mail.password too, or neither.");
        }
    }

    private static void checkAddress(String setting, String value) {
        try {
            if (!MailAddress.of(value).needsUtf8()) {
                return;
            }
        } catch (AddressException e) {
            // Told below.
        }
        throw wrong(
                setting,
                value,
                "Set it to one bare email address, with nothing but ASCII before the @, such as"
                        + " unenrol@example.org; the sender's name is unenrol.mail.organisation.");
    }

    private static void checkPortal(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw wrong(
                    "unenrol.mail.portal-url",
                    url,
                    "Set it to the address at which administrators open the portal, such as"
                            + " https://unenrol.example.org.");
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(
            String setting, @Nullable Object value, String howToFix) {
        return new InvalidConfigurationPropertyValueException(setting, value, howToFix);
    }
}
