package org.unenrol.infrastructure;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a mail as leniently as it can: every accepted mail can be shown. */
final class MailReader {

    private static final Session SESSION = lenientSession();

    private MailReader() {}

    private static Session lenientSession() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    static ReceivedMail read(String id, byte[] bytes) {
        try {
            return read(id, new MimeMessage(SESSION, new ByteArrayInputStream(bytes)));
        } catch (MessagingException | IOException e) {
            return asItStands(id, bytes);
        }
    }

    private static ReceivedMail asItStands(String id, byte[] bytes) {
        return new ReceivedMail(
                id,
                MailFolder.receivedAt(id),
                "",
                List.of(),
                "",
                null,
                null,
                new String(bytes, StandardCharsets.UTF_8),
                "");
    }

    private static ReceivedMail read(String id, MimeMessage mail)
            throws MessagingException, IOException {
        return new ReceivedMail(
                id,
                MailFolder.receivedAt(id),
                addresses(mail.getFrom()).findFirst().orElse(""),
                recipients(mail),
                orEmpty(mail.getSubject()),
                mail.getMessageID(),
                instant(mail.getSentDate()),
                orEmpty(body(mail, "text/plain")),
                orEmpty(body(mail, "text/html")));
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        return Stream.concat(
                        addresses(mail.getAllRecipients()),
                        StoringManagers.envelopeRecipients(mail))
                .distinct()
                .toList();
    }

    private static Stream<String> addresses(Address @Nullable [] addresses) {
        return addresses == null ? Stream.empty() : Stream.of(addresses).map(MailReader::address);
    }

    private static String address(Address address) {
        return address instanceof InternetAddress internet
                ? internet.getAddress()
                : address.toString();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The first part of the type that is not an attachment. */
    private static @Nullable String body(Part part, String type)
            throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return text(part);
        }
        return part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts
                ? firstBody(parts, type)
                : null;
    }

    private static @Nullable String firstBody(Multipart parts, String type)
            throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            String body = body(parts.getBodyPart(i), type);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    private static String text(Part part) throws MessagingException, IOException {
        try {
            return part.getContent().toString();
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
