package org.unenrol.standalone;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps one line from the console: whenever the broker stops, its registration closes a connection
 * twice and warns of that. The same warning of anybody else is shown.
 */
public final class BrokerStops extends Filter<ILoggingEvent> {

    private static final String OF_THE_REGISTRATION = "[NodeToControllerChannelManager ";
    private static final String TWICE =
            "Attempting to close NetworkClient that has already been closed.";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return message.startsWith(OF_THE_REGISTRATION) && message.endsWith(TWICE)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
