package org.unenrol.guarantees.system;

import java.util.List;

/** The patience of the services. */
public enum Tempo {
    /**
     * The product's own settings. Only a consumer that hangs is taken for dead sooner, and a mail
     * server that does not say whether it has accepted a mail is given less time than the judge
     * has. Emails to learners are as many as the judge has time for.
     */
    SHIPPED(
            List.of(
                    "--spring.kafka.consumer.properties.max.poll.interval.ms=30000",
                    "--unenrol.mail.accept-timeout=20s",
                    "--unenrol.mail.learner-rate=1000000",
                    "--unenrol.mail.copy-after=20s")),

    /** Short times, in the same order: for runs that must not take long. */
    QUICK(
            List.of(
                    "--unenrol.ledger.lease=3s",
                    "--unenrol.ledger.stalled-after=5s",
                    "--unenrol.ledger.redispatch-interval=10s",
                    "--unenrol.mail.longest-retry=4s",
                    "--unenrol.mail.connect-timeout=2s",
                    "--unenrol.mail.answer-timeout=2s",
                    "--unenrol.mail.accept-timeout=12s",
                    "--unenrol.mail.learner-rate=1000000",
                    "--unenrol.mail.longest-domain-pause=4s",
                    "--unenrol.mail.copy-after=4s",
                    "--spring.datasource.hikari.connection-timeout=4000",
                    "--spring.datasource.hikari.max-lifetime=30000",
                    "--spring.datasource.hikari.data-source-properties.socketTimeout=10",
                    "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                    "--spring.kafka.consumer.properties.heartbeat.interval.ms=1500",
                    "--spring.kafka.consumer.properties.max.poll.interval.ms=12000"));

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
    private final List<String> arguments;

    Tempo(List<String> arguments) {
        this.arguments = arguments;
    }

    List<String> arguments() {
        return arguments;
    }
}
