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
     * Makes the message, complete and saved.
     *
     * @param to the recipient's address
     */
    MimeMessage compose(QueuedMail mail, MailAddress to, Session session)
            throws MessagingException {
        MailAddress from = MailAddress.of(settings.from());
        Context words = words(mail);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(named(from, settings.organisation()));
        if (settings.replyTo() != null) {
            message.setReplyTo(
                    new InternetAddress[] {
                        named(MailAddress.of(settings.replyTo()), settings.organisation())
                    });
        }
        message.setRecipient(Message.RecipientType.TO, named(to, mail.recipientName()));
        message.setSubject(OneLine.of(subject(mail, words)), UTF_8);
        message.setContent(body(templateOf(mail), words));
        message.setSentDate(Date.from(mail.messageDate()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.messageId() + "@" + from.domain() + ">");
        return message;
    }

    private Context words(QueuedMail mail) {
        Context words = new Context(Locale.UK);
        words.setVariable("organisation", settings.organisation());
        words.setVariable("name", OneLine.of(mail.recipientName()));
        if (mail.kind() == QueuedMail.Kind.IMPORT_ENDED) {
            Import ended = imports.find(mail.importId()).orElseThrow();
            words.setVariable("summary", ImportSummary.of(ended));
            words.setVariable("link", settings.link("/imports/" + ended.id()));
        } else {
            words.setVariable("activity", OneLine.of(titleOf(mail)));
        }
        return words;
    }

    private static String subject(QueuedMail mail, Context words) {
        return switch (mail.kind()) {
            case IMPORT_ENDED -> ((ImportSummary) words.getVariable("summary")).subject();
            case LEARNER_UNENROLMENT -> "You are no longer enrolled: " + titleOf(mail);
            case LEARNER_PLACE_KEPT -> "You are still enrolled: " + titleOf(mail);
        };
    }

    private static String templateOf(QueuedMail mail) {
        return switch (mail.kind()) {
            case IMPORT_ENDED -> "import-ended";
            case LEARNER_UNENROLMENT -> "learner-unenrolment";
            case LEARNER_PLACE_KEPT -> "learner-place-kept";
        };
    }

    private static String titleOf(QueuedMail mail) {
        String title = mail.activityTitle();
        return title == null ? "" : title;
    }

    private MimeMultipart body(String template, Context words) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(templates.process(template + ".txt", words), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(templates.process(template + ".html", words), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress named(MailAddress address, String name) {
        InternetAddress named = new InternetAddress();
        named.setAddress(address.text());
        try {
            named.setPersonal(OneLine.of(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        return named;
    }
}
