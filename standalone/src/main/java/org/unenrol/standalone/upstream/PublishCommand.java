package org.unenrol.standalone.upstream;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The command {@code publish FILE [SOURCE [BROKER [SETTINGS]]]}: publishes the events of a file and
 * prints the replies. Settings are a file of them, for Kafka's clients; without a broker it is the
 * one of the program beside it, in its data folder.
 */
public final class PublishCommand {

    public static final String NAME = "publish";

    private static final String USAGE = "Usage: publish FILE [SOURCE [BROKER [SETTINGS]]]";
    private static final int MOST_ARGUMENTS = 5;

    private PublishCommand() {}

    /**
     * Does it.
     *
     * @return the exit code: 0 when every request has been answered to its end
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length < 2 || arguments.length > MOST_ARGUMENTS) {
            err.println(USAGE);
            return 2;
        }
        String source = arguments.length > 2 ? arguments[2] : "hr";
        String broker = arguments.length > 3 ? arguments[3] : "localhost:19092";
        try {
            String events = Files.readString(Path.of(arguments[1]));
            return new UpstreamSystem(broker, settings(arguments), source, out).publish(events)
                    ? 0
                    : 1;
        } catch (IOException e) {
            err.println(e);
            err.println(USAGE);
            return 2;
        }
    }

    private static Map<String, String> settings(String... arguments) throws IOException {
        if (arguments.length == MOST_ARGUMENTS) {
            return read(Path.of(arguments[MOST_ARGUMENTS - 1]));
        }
        Path local =
                Path.of(Objects.requireNonNullElse(System.getenv("UNENROL_DATA_DIR"), "data"))
                        .resolve("kafka/client.properties");
        boolean isElsewhere = arguments.length == MOST_ARGUMENTS - 1;
        return isElsewhere || !Files.exists(local) ? Map.of() : read(local);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
