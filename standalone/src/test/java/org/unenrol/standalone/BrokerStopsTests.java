package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class BrokerStopsTests {

    private static final String TWICE =
            "Attempting to close NetworkClient that has already been closed.";

    @Test
    void keepsBackOnlyTheBrokersOwnWarning() {
        assertThat(decided("[NodeToControllerChannelManager id=1 name=registration] " + TWICE))
                .isEqualTo(FilterReply.DENY);
        assertThat(decided("[Producer clientId=ingest-service] " + TWICE))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decided("[NodeToControllerChannelManager id=1 name=registration] No more."))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decided(String message) {
        LoggingEvent event =
                new LoggingEvent(
                        BrokerStopsTests.class.getName(),
                        new LoggerContext().getLogger("org.apache.kafka.clients.NetworkClient"),
                        Level.WARN,
                        message,
                        null,
                        null);
        return new BrokerStops().decide(event);
    }
}
