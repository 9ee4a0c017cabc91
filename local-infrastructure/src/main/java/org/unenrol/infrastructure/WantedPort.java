package org.unenrol.infrastructure;

import java.net.InetAddress;
import java.util.List;

/**
 * A port that a server is to listen on.
 *
 * @param server as a sentence names it
 * @param setting by which another port is chosen
 * @param address on which it is to listen
 * @param aliases other addresses to which the name leads by which it is called: no other program
 *     may listen there
 * @param number 0 for any free one
 */
public record WantedPort(
        String server, String setting, InetAddress address, List<InetAddress> aliases, int number) {

    private static final int HIGHEST = 65_535;

    /** Refuses a port that is none. */
    public WantedPort {
        aliases = List.copyOf(aliases);
        if (number < 0 || number > HIGHEST) {
            throw notAPort(setting, Integer.toString(number));
        }
    }

    /** Tells that a setting has a value that is no port. */
    public static LocalInfrastructureException notAPort(String setting, String value) {
        return new LocalInfrastructureException(
                setting
                        + " is \""
                        + value
                        + "\", which is not a port: set it to a number from 1 to "
                        + HIGHEST
                        + ", or to 0 for any free port.");
    }

    static WantedPort ofKafka(int number) {
        return onLoopback(LocalKafka.NAME, "UNENROL_KAFKA_PORT", number);
    }

    static WantedPort ofPostgres(int number) {
        return onLoopback(PostgresServer.NAME, "UNENROL_POSTGRES_PORT", number);
    }

    static WantedPort ofMailServer(int number) {
        return onLoopback(LocalMailServer.NAME, "UNENROL_SMTP_PORT", number);
    }

    boolean isAny() {
        return number == 0;
    }

    boolean isSameAs(WantedPort other) {
        return !isAny() && number == other.number;
    }

    private static WantedPort onLoopback(String server, String setting, int number) {
        return new WantedPort(server, setting, Ports.loopback(), List.of(), number);
    }
}
