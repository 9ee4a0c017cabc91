package org.unenrol.notifier.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IContext;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.wording.Messages;

/**
 * The organisation's own mail to learners, as Thymeleaf templates in a folder: three files for each
 * kind of mail, subject, text and HTML, and three for a language where that is to have others. A
 * kind without files is written in the product's own words. Read once, at the start.
 */
final class OwnTemplates {

    private static final String SETTING = "unenrol.mail.templates";
    private static final List<String> KINDS =
            List.of("learner-left", "learner-kept", "learner-again");
    private static final List<String> PARTS = List.of(".subject.txt", ".txt", ".html");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, OwnMail> mails = new HashMap<>();

    private OwnTemplates() {
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.setMessageResolver(new MessagesInTemplates());
    }

    /**
     * Reads and tries the templates of a folder.
     *
     * @param folder null for none
     * @throws InvalidConfigurationPropertyValueException names the file that is missing or wrong
     */
    static OwnTemplates in(@Nullable Path folder) {
        OwnTemplates templates = new OwnTemplates();
        if (folder != null) {
            templates.readAll(folder);
        }
        return templates;
    }

    /**
     * Finds what a learner is told in a language; empty where the organisation has no own words.
     */
    Optional<OwnMail> of(QueuedMail.Kind kind, String language) {
        String name = KINDS.get(indexOf(kind));
        OwnMail own = mails.get(name + "_" + language);
        return Optional.ofNullable(own == null ? mails.get(name) : own);
    }

    private static int indexOf(QueuedMail.Kind kind) {
        return switch (kind) {
            case LEARNER_PLACE_KEPT -> 1;
            case LEARNER_PLACE_AGAIN -> 2;
            default -> 0;
        };
    }

    private void readAll(Path folder) {
        for (String kind : KINDS) {
            read(folder, kind);
            Messages.LANGUAGES.forEach(language -> read(folder, kind + "_" + language));
        }
        if (mails.isEmpty()) {
            throw wrong(
                    folder,
                    "Put learner-left.subject.txt, learner-left.txt and learner-left.html there, or"
                            + " the same of learner-kept or learner-again.");
        }
    }

    private void read(Path folder, String name) {
        List<Path> files = PARTS.stream().map(part -> folder.resolve(name + part)).toList();
        if (files.stream().noneMatch(Files::exists)) {
            return;
        }
        List<String> texts = files.stream().map(file -> text(folder, file)).toList();
        OwnMail mail = new OwnMail(engine, texts.get(0), texts.get(1), texts.get(2));
        try {
            mail.attempt();
        } catch (TemplateEngineException | IllegalArgumentException e) {
            throw wrong(folder, "Correct " + name + ".*: " + e.getMessage());
        }
        mails.put(name, mail);
    }

    private static String text(Path folder, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrong(
                    folder,
                    "Put a readable %s there, in UTF-8: subject, text and HTML belong together."
                            .formatted(file.getFileName()));
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(Path folder, String reason) {
        return new InvalidConfigurationPropertyValueException(SETTING, folder, reason);
    }

    /** A mail of the organisation's own. */
    static final class OwnMail {

        private static final List<String> NAMES =
                List.of("name", "activity", "activities", "organisation");
        private static final Pattern EACH = Pattern.compile("th:each=[\"']\\s*(\\w+)\\s*:");
        private static final Pattern NAME = Pattern.compile("\\$\\{\\s*([A-Za-z_]\\w*)");

        private final SpringTemplateEngine engine;
        private final String subject;
        private final String text;
        private final String html;

        private OwnMail(SpringTemplateEngine engine, String subject, String text, String html) {
            this.engine = engine;
            this.subject = subject;
            this.text = text;
            this.html = html;
        }

        String subject(IContext words) {
            return OneLine.of(made(subject, TemplateMode.TEXT, words));
        }

        String text(IContext words) {
            return made(text, TemplateMode.TEXT, words);
        }

        String html(IContext words) {
            return made(html, TemplateMode.HTML, words);
        }

        private String made(String template, TemplateMode mode, IContext words) {
            return engine.process(new TemplateSpec(template, mode), words);
        }

        /** Makes it once, of sample words. */
        private void attempt() {
            Context words = new Context(Locale.ENGLISH);
            words.setVariable("organisation", "Organisation");
            words.setVariable("name", "Alex");
            words.setVariable("activity", "Fire safety");
            words.setVariable("activities", List.of("Fire safety"));
            for (String template : List.of(subject, text, html)) {
                checkNames(template);
            }
            for (String made : List.of(subject(words), text(words), html(words))) {
                if (made.isBlank()) {
                    throw new IllegalArgumentException("subject, text and HTML must not be empty");
                }
                if (made.contains("${")) {
                    throw new IllegalArgumentException("an expression is not closed");
                }
            }
        }

        /** A name that there is not would be nothing in the mail. */
        private static void checkNames(String template) {
            Set<String> known = new HashSet<>(NAMES);
            EACH.matcher(template).results().map(found -> found.group(1)).forEach(known::add);
            NAME.matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(
                            name -> {
                                throw new IllegalArgumentException(
                                        "there is no %s, only %s"
                                                .formatted(name, String.join(", ", NAMES)));
                            });
        }
    }
}
