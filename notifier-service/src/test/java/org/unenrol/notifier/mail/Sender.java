package org.unenrol.notifier.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.unenrol.notifier.NotifierLedger;

/** The sending of mails to one server, and a clock that is set by hand. */
final class Sender {

    /** The portal's. */
    static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");

    /** The answer time-out of one that is impatient. */
    static final Duration ANSWER = Duration.ofMillis(500);

    private final Map<String, Object> properties = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private final JavaMailSenderImpl server;
    private String from = "unenrol@example.org";
    private String organisation = "Example Ltd";
    private String language = "en";
    private String replyTo;
    private int rate = 1_000_000;
    private boolean onePerLearner;
    private Path templates;
    private URI portal = URI.create("https://unenrol.example.org");
    private Duration answer = Duration.ofSeconds(20);
    private Duration accept = Duration.ofMinutes(1);
    private MailDispatch dispatch;

    private Sender(JavaMailSenderImpl server) {
        this.server = server;
    }

    /** To the server that settings of a service tell of. */
    static Sender to(JavaMailSenderImpl server) {
        return new Sender(server);
    }

    static Sender to(int port) {
        Sender sender = new Sender(new JavaMailSenderImpl());
        sender.server.setHost("localhost");
        sender.server.setPort(port);
        sender.server.setProtocol("smtp");
        return sender;
    }

    Sender by(String protocol) {
        server.setProtocol(protocol);
        return this;
    }

    Sender as(String username, String password) {
        server.setUsername(username);
        server.setPassword(password);
        return this;
    }

    Sender with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    Sender from(String address, String name) {
        from = address;
        organisation = name;
        return this;
    }

    Sender portal(String url) {
        portal = URI.create(url);
        return this;
    }

    /** Waits for no answer longer than {@link #ANSWER}, and so long for a mail's acceptance. */
    Sender impatient(Duration acceptTimeout) {
        answer = ANSWER;
        accept = acceptTimeout;
        return this;
    }

    /** Tries so many emails to learners a minute. */
    Sender atRate(int perMinute) {
        rate = perMinute;
        return this;
    }

    /** Tells a learner of all rows of an import at once. */
    Sender onceToEachLearner() {
        onePerLearner = true;
        return this;
    }

    Sender answeredTo(String address) {
        replyTo = address;
        return this;
    }

    /** Writes in this language to learners whose own is not known. */
    Sender in(String organisations) {
        language = organisations;
        return this;
    }

    /** Writes to learners in the organisation's own words. */
    Sender inTheWordsOf(Path folder) {
        templates = folder;
        return this;
    }

    private MailSettings settings() {
        return new MailSettings(
                from,
                replyTo,
                organisation,
                language,
                templates,
                portal,
                1,
                answer,
                answer,
                accept,
                Duration.ofSeconds(30),
                Duration.ofMinutes(15),
                Duration.ofDays(4),
                3,
                Duration.ofMinutes(15),
                rate,
                onePerLearner,
                Duration.ofMinutes(1));
    }

    /** Takes one turn, as each thread that sends does again and again. */
    void turn() {
        if (dispatch == null) {
            server.getJavaMailProperties().putAll(properties);
            MailSettings settings = settings();
            dispatch =
                    new MailDispatch(
                            Outbox.MAILS.keeping(settings.learnerRules()),
                            new MailConfiguration()
                                    .mailComposer(
                                            settings,
                                            NotifierLedger.IMPORTS,
                                            Outbox.MAILS,
                                            new ResultsKept(Duration.ofDays(90), ZONE)),
                            new SmtpServer(server, settings),
                            new ServerHealth(settings.longestRetry(), nanos::get),
                            settings);
        }
        dispatch.sendSome();
    }

    void turns(int number) {
        for (int i = 0; i < number; i++) {
            turn();
        }
    }

    /** Lets time pass for the mails and for the sender. */
    void letPass(Duration time) {
        nanos.addAndGet(time.toNanos());
        Outbox.letPass(time);
    }
}
