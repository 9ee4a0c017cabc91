package org.unenrol.guarantees.system;

import java.util.List;

/** How patient the services are. */
public enum Tempo {
    /** The product's own settings. Only a consumer that hangs is taken for dead sooner. */
    SHIPPED(List.of("--spring.kafka.consumer.properties.max.poll.interval.ms=30000")),

    /** All times short, in the same order: for runs that must not take long. */
    QUICK(
            List.of(
                    "--unenrol.ledger.lease=3s",
                    "--unenrol.ledger.stalled-after=5s",
                    "--unenrol.ledger.redispatch-interval=10s",
                    "--unenrol.ledger.mail-hold=14s",
                    "--unenrol.mail.longest-retry=4s",
                    "--spring.mail.properties.mail.smtp.connectiontimeout=2000",
                    "--spring.mail.properties.mail.smtp.timeout=2000",
                    "--spring.mail.properties.mail.smtp.writetimeout=2000",
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
