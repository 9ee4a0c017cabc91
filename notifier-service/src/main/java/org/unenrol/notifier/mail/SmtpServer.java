package org.unenrol.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** The mail server of {@code spring.mail.*}, with time-outs whatever its protocol. */
final class SmtpServer {

    private final JavaMailSenderImpl server;
    private final MailSettings settings;

    SmtpServer(JavaMailSenderImpl server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** The letters that there may be in addresses. */
    enum Letters {
        ASCII,
        /** Asks the server for SMTPUTF8, which it need not have. */
        UTF8
    }

    /**
     * Connects, and signs in where a username is set.
     *
     * @throws ConnectionFailedException when there is no connection that could take a mail
     */
    SmtpConnection connect(Letters letters) throws ConnectionFailedException {
        Session session = Session.getInstance(properties(letters));
        PatientTransport transport =
                new PatientTransport(session, protocol(), settings.acceptTimeout());
        try {
            transport.connect(server.getHost(), server.getPort(), username(), server.getPassword());
            return new SmtpConnection(session, transport);
        } catch (MessagingException e) {
            throw new ConnectionFailedException(transport.reply(), e);
        }
    }

    private Properties properties(Letters letters) {
        Properties properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        String prefix = "mail." + protocol() + ".";
        properties.putIfAbsent(prefix + "connectiontimeout", millis(settings.connectTimeout()));
        properties.putIfAbsent(prefix + "timeout", millis(settings.answerTimeout()));
        properties.putIfAbsent(prefix + "writetimeout", millis(settings.answerTimeout()));
        // A server that hangs is not waited for once more.
        properties.putIfAbsent(prefix + "quitwait", "false");
        // No password in the clear where the server offers better.
        properties.putIfAbsent(prefix + "starttls.enable", String.valueOf(username() != null));
        // In chunks a mail would end without the dot that is waited behind.
        properties.remove(prefix + "chunksize");
        properties.put("mail.mime.allowutf8", String.valueOf(letters == Letters.UTF8));
        return properties;
    }

    private String protocol() {
        String protocol = server.getProtocol();
        return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }

    /** A variable that is set to nothing means none. */
    private @Nullable String username() {
        return StringUtils.hasText(server.getUsername()) ? server.getUsername() : null;
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }
}
