package org.unenrol.notifier.mail;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.retention.RetentionSettings;
import org.unenrol.service.WorkLoop;

/** Wires the sending of mail. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    ResultsKept resultsKept(
            RetentionSettings retention,
            @Value("${unenrol.portal.time-zone:#{null}}") @Nullable ZoneId zone) {
        return new ResultsKept(retention.results(), zone == null ? ZoneId.systemDefault() : zone);
    }

    @Bean
    MailComposer mailComposer(
            MailSettings settings, Imports imports, MailOutbox outbox, ResultsKept resultsKept) {
        return new MailComposer(
                settings,
                imports,
                outbox,
                templates(),
                OwnTemplates.in(settings.templates()),
                resultsKept);
    }

    @Bean
    SmtpServer smtpServer(JavaMailSenderImpl server, MailSettings settings) {
        MailSettingsCheck.check(settings, server);
        return new SmtpServer(server, settings);
    }

    @Bean
    ServerHealth mailServerHealth(MailSettings settings) {
        return new ServerHealth(settings.longestRetry(), System::nanoTime);
    }

    @Bean
    MailMetrics mailMetrics(MailOutbox outbox, ServerHealth health, MailSettings settings) {
        return new MailMetrics(outbox, health, settings.learnerRate());
    }

    @Bean
    MailDispatch mailDispatch(
            MailOutbox outbox,
            MailComposer composer,
            SmtpServer server,
            ServerHealth health,
            MailSettings settings) {
        return new MailDispatch(
                outbox.keeping(settings.learnerRules()), composer, server, health, settings);
    }

    @Bean
    WorkLoop mailLoop(MailDispatch dispatch, MailSettings settings) {
        return new WorkLoop("mail", settings.senders(), Duration.ofMillis(500), dispatch::sendSome);
    }

    private static SpringTemplateEngine templates() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setMessageResolver(new MessagesInTemplates());
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(MailConfiguration.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.getResolvablePatternSpec().addPattern(names);
        return resolver;
    }
}
