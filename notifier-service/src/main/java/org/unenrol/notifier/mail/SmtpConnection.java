package org.unenrol.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server, for as many mails as there are. For one thread. */
final class SmtpConnection implements AutoCloseable {

    private final Session session;
    private final Transport transport;

    SmtpConnection(JavaMailSenderImpl server) throws MessagingException {
        this.session = server.getSession();
        this.transport = session.getTransport(server.getProtocol());
        transport.connect(
                server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
    }

    Session session() {
        return session;
    }

    /** Returns once the server has taken responsibility for the message (RFC 5321, section 6.1). */
    void send(MimeMessage message) throws MessagingException {
        transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was sent is sent; how the server says goodbye changes nothing.
        }
    }
}
