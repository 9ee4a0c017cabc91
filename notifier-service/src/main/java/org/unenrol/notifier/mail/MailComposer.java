package org.unenrol.notifier.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.wording.Messages;

/** Makes the message for a queued mail: text and HTML, and the same message at every try. */
final class MailComposer {

    private static final String UTF_8 = "UTF-8";

    private final MailSettings settings;
    private final Imports imports;
    private final MailOutbox outbox;
    private final TemplateEngine templates;
    private final OwnTemplates own;
    private final ResultsKept resultsKept;

    MailComposer(
            MailSettings settings,
            Imports imports,
            MailOutbox outbox,
            TemplateEngine templates,
            OwnTemplates own,
            ResultsKept resultsKept) {
        this.settings = settings;
        this.imports = imports;
        this.outbox = outbox;
        this.templates = templates;
        this.own = own;
        this.resultsKept = resultsKept;
    }

    /**
     * Makes the message, complete and saved.
     *
     * @param to the recipient's address
     */
    MimeMessage compose(QueuedMail mail, MailAddress to, Session session)
            throws MessagingException {
        MailAddress from = MailAddress.of(settings.from());
        Messages messages =
                Messages.in(mail.language() == null ? settings.language() : mail.language());
        Context words = words(mail, messages);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(named(from, settings.organisation()));
        if (settings.replyTo() != null) {
            message.setReplyTo(
                    new InternetAddress[] {
                        named(MailAddress.of(settings.replyTo()), settings.organisation())
                    });
        }
        message.setRecipient(Message.RecipientType.TO, named(to, mail.recipientName()));
        switch (mail.kind()) {
            case IMPORT_ENDED -> tellAdministrator(mail, messages, words, message);
            case ACCOUNT_INVITATION,
                    ACCOUNT_PASSWORD,
                    ACCOUNT_FACTOR_ADDED,
                    ACCOUNT_FACTOR_REMOVED ->
                    tellOwner(mail, messages, words, message);
            case LEARNER_UNENROLMENT, LEARNER_PLACE_KEPT, LEARNER_PLACE_AGAIN ->
                    tellLearner(mail, messages, words, message);
        }
        message.setSentDate(Date.from(mail.messageDate()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Id", "<" + list(mail.kind()) + ".unenrol." + from.domain() + ">");
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.messageId() + "@" + from.domain() + ">");
        return message;
    }

    /** The name by which mail programs tell these mails from others (RFC 2919). */
    private static String list(QueuedMail.Kind kind) {
        return switch (kind) {
            case IMPORT_ENDED -> "imports";
            case LEARNER_UNENROLMENT, LEARNER_PLACE_KEPT, LEARNER_PLACE_AGAIN -> "learners";
            default -> "accounts";
        };
    }

    private void tellAdministrator(
            QueuedMail mail, Messages messages, Context words, MimeMessage message)
            throws MessagingException {
        Import ended = imports.find(requireNonNull(mail.importId())).orElseThrow();
        ImportSummary summary = ImportSummary.of(ended, outbox.learnerMails(ended.id()), messages);
        words.setVariable("summary", summary);
        words.setVariable("kept", resultsKept.sentence(ended, messages));
        words.setVariable("link", settings.link("/imports/" + ended.id()));
        message.setSubject(summary.subject(), UTF_8);
        message.setContent(body("import-ended", words));
    }

    private void tellOwner(QueuedMail mail, Messages messages, Context words, MimeMessage message)
            throws MessagingException {
        QueuedMail.Access access = requireNonNull(mail.access());
        AccountText account = AccountText.of(mail.kind(), access, messages);
        words.setVariable("account", account);
        words.setVariable("link", settings.link(access.link()));
        message.setSubject(account.headline(), UTF_8);
        message.setContent(body("account", words));
    }

    private void tellLearner(QueuedMail mail, Messages messages, Context words, MimeMessage message)
            throws MessagingException {
        List<String> activities = LearnerText.activities(mail);
        words.setVariable("activity", oneText(activities, messages));
        words.setVariable("activities", activities);
        Optional<OwnTemplates.OwnMail> ofTheirs = own.of(mail.kind(), messages.language());
        if (ofTheirs.isPresent()) {
            message.setSubject(ofTheirs.get().subject(words), UTF_8);
            message.setContent(body(ofTheirs.get().text(words), ofTheirs.get().html(words)));
            return;
        }
        LearnerText learner = LearnerText.of(mail, messages);
        words.setVariable("learner", learner);
        message.setSubject(learner.subject(), UTF_8);
        message.setContent(body("learner", words));
    }

    /** Such as "Fire safety, First aid and Data protection". */
    private static String oneText(List<String> activities, Messages messages) {
        int last = activities.size() - 1;
        return last == 0
                ? activities.get(0)
                : messages.text(
                        "mail.learner.and",
                        String.join(", ", activities.subList(0, last)),
                        activities.get(last));
    }

    private Context words(QueuedMail mail, Messages messages) {
        Context words = new Context(Locale.forLanguageTag(messages.language()));
        words.setVariable("organisation", settings.organisation());
        words.setVariable("name", OneLine.of(mail.recipientName()));
        return words;
    }

    private MimeMultipart body(String template, Context words) throws MessagingException {
        return body(
                templates.process(template + ".txt", words),
                templates.process(template + ".html", words));
    }

    private static MimeMultipart body(String plain, String rich) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(plain, UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(rich, UTF_8, "html");
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
