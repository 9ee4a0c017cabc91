package org.unenrol.infrastructure;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends mails as an application does. */
final class Mails {

    private static final Session SESSION = Session.getInstance(new Properties());

    private Mails() {}

    static MimeMessage empty() throws MessagingException {
        MimeMessage mail = new MimeMessage(SESSION);
        mail.setFrom("unenrol@example.org");
        mail.setRecipients(RecipientType.TO, "learner@example.org");
        return mail;
    }

    static MimeMessage mail(String subject, String text) throws MessagingException {
        MimeMessage mail = empty();
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setText(text, StandardCharsets.UTF_8.name());
        return mail;
    }

    static void send(LocalMailServer server, MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        send(server, mail, mail.getAllRecipients());
    }

    /** Without a user where there is no password. */
    static void send(LocalMailServer server, @Nullable String password, MimeMessage mail)
            throws MessagingException {
        try (Transport transport = SESSION.getTransport("smtp")) {
            transport.connect(
                    server.host(),
                    server.port(),
                    password == null ? null : server.user(),
                    password);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    static void send(LocalMailServer server, MimeMessage mail, Address... recipients)
            throws MessagingException {
        try (Transport transport = SESSION.getTransport("smtp")) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(mail, recipients);
        }
    }
}
