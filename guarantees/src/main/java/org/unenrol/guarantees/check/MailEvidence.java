package org.unenrol.guarantees.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.ImportEvidence.Mail;

/** The mails that the mail server has accepted. */
final class MailEvidence {

    private static final Pattern LINK = Pattern.compile("/imports/([0-9a-f-]{36})");

    private final Map<String, List<Mail>> byId = new HashMap<>();
    private final Map<String, List<Mail>> byLink = new HashMap<>();

    MailEvidence(Path folder) throws IOException, MessagingException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".eml")).toList()) {
                Mail mail = read(file);
                Matcher link =
                        LINK.matcher(Files.readString(file, ISO_8859_1).replace("=\r\n", ""));
                boolean linked = link.find();
                (linked ? byLink : byId)
                        .computeIfAbsent(
                                linked ? link.group(1) : mail.messageId(), id -> new ArrayList<>())
                        .add(mail);
            }
        }
    }

    /**
     * Those of one import: its own by their link, its learners' by their id.
     *
     * @param rows which row's mail bears which id
     */
    List<Mail> of(String importId, Map<String, Integer> rows) {
        List<Mail> all = new ArrayList<>(byLink.getOrDefault(importId, List.of()));
        rows.forEach(
                (id, row) ->
                        byId.getOrDefault(id, List.of())
                                .forEach(mail -> all.add(withRow(mail, row))));
        return all;
    }

    private static Mail withRow(Mail mail, int row) {
        return new Mail(
                row,
                mail.messageId(),
                mail.date(),
                mail.recipient(),
                mail.accepted(),
                mail.answerLost(),
                mail.beforeResults());
    }

    private static Mail read(Path file) throws IOException, MessagingException {
        Properties seen = new Properties();
        String name = file.getFileName().toString().replace(".eml", ".properties");
        try (InputStream in = Files.newInputStream(file.resolveSibling(name))) {
            seen.load(in);
        }
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(null, in);
            InternetAddress to =
                    (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            return new Mail(
                    0,
                    bareId(message.getMessageID()),
                    message.getHeader("Date", null),
                    to.getAddress(),
                    Instant.parse(seen.getProperty("accepted")),
                    seen.getProperty("answer").equals("LOST"),
                    seen.getProperty("results").equals("NO"));
        }
    }

    private static String bareId(@Nullable String messageId) {
        return messageId == null ? "" : messageId.replaceFirst("^<", "").replaceFirst("@.*$", "");
    }
}
