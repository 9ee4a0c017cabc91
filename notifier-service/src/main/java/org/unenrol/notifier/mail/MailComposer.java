package org.unenrol.notifier.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.mail.QueuedMail;

/** Makes the message for a queued mail: text and HTML, and the same message at every try. */
final class MailComposer {

    private static final String UTF_8 = "UTF-8";

    private final MailSettings settings;
    private final Imports imports;
    private final TemplateEngine templates;

    MailComposer(MailSettings settings, Imports imports, TemplateEngine templates) {
        this.settings = settings;
        this.imports = imports;
        this.templates = templates;
    }

    /**
     * The message, complete and saved.
     *
     * @throws jakarta.mail.internet.AddressException when the recipient's address is none
     */
    MimeMessage compose(QueuedMail mail, Session session) throws MessagingException {
        Context words = words(mail);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(address(settings.from(), settings.organisation()));
        message.setRecipient(
                Message.RecipientType.TO, address(mail.recipient(), mail.recipientName()));
        message.setSubject(subject(mail, words), UTF_8);
        message.setContent(body(templateOf(mail), words));
        message.setSentDate(Date.from(mail.messageDate()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.messageId() + "@" + senderDomain() + ">");
        return message;
    }

    private Context words(QueuedMail mail) {
        Context words = new Context(Locale.UK);
        words.setVariable("organisation", settings.organisation());
        words.setVariable("name", mail.recipientName());
        if (mail.kind() == QueuedMail.Kind.IMPORT_ENDED) {
            Import ended = imports.find(mail.importId()).orElseThrow();
            words.setVariable("summary", ImportSummary.of(ended));
            words.setVariable("link", settings.portalUrl() + "/imports/" + ended.id());
        } else {
            words.setVariable("activity", mail.activityTitle());
        }
        return words;
    }

    private static String subject(QueuedMail mail, Context words) {
        return switch (mail.kind()) {
            case IMPORT_ENDED -> ((ImportSummary) words.getVariable("summary")).subject();
            case LEARNER_UNENROLMENT -> "You are no longer enrolled: " + mail.activityTitle();
        };
    }

    private static String templateOf(QueuedMail mail) {
        return switch (mail.kind()) {
            case IMPORT_ENDED -> "import-ended";
            case LEARNER_UNENROLMENT -> "learner-unenrolment";
        };
    }

    private MimeMultipart body(String template, Context words) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(templates.process(template + ".txt", words), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(templates.process(template + ".html", words), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        InternetAddress parsed = new InternetAddress(address, true);
        try {
            parsed.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        return parsed;
    }

    private String senderDomain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }
}
