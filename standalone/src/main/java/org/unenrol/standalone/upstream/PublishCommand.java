package org.unenrol.standalone.upstream;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command {@code publish FILE [SOURCE [BROKER]]}: publishes the events of a file and prints the
 * replies.
 */
public final class PublishCommand {

    public static final String NAME = "publish";

    private static final String USAGE = "Usage: publish FILE [SOURCE [BROKER]]";
    private static final int MOST_ARGUMENTS = 4;

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
            return new UpstreamSystem(broker, source, out).publish(events) ? 0 : 1;
        } catch (IOException e) {
            err.println(e);
            err.println(USAGE);
            return 2;
        }
    }
}
