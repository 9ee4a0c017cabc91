package org.unenrol.infrastructure;

import java.util.Locale;

/** The port that a server was to listen on belongs to another program. */
final class PortTakenException extends LocalInfrastructureException {

    private static final long serialVersionUID = 1L;

    PortTakenException(WantedPort port) {
        super(
                String.format(
                        Locale.ROOT,
                        "Port %d, on which %s is to listen, is taken by another program: stop that"
                                + " program, or choose another port with %s (0 for any free one).",
                        port.number(),
                        port.server(),
                        port.setting()));
    }
}
