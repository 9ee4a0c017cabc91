package org.unenrol.ingest.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.unenrol.audit.chain.ChainEnd;
import org.unenrol.audit.chain.ChainFile;
import org.unenrol.audit.chain.ChainVerdict;
import org.unenrol.wording.Messages;

/**
 * The command {@code audit verify}: verifies the chain of the audit trail, in the database that the
 * service's settings name, or with {@code --file} in a file that was exported.
 */
public final class AuditCommand {

    public static final String NAME = "audit";
    private static final String VERIFY = "verify";
    private static final int BROKEN = 1;
    private static final int CANNOT_TELL = 2;

    private final PrintStream out;
    private final Messages messages = Messages.in(Locale.getDefault().toLanguageTag());

    private AuditCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Does it.
     *
     * @return the exit code: 0 when the chain is whole, 1 when it is broken, 2 when nobody can tell
     */
    public static int run(String[] arguments, PrintStream out) {
        return new AuditCommand(out).run(arguments);
    }

    private int run(String... arguments) {
        var options = new SimpleCommandLinePropertySource(arguments);
        String end = options.getProperty("end");
        boolean readable = end == null || end.matches("\\d{1,18}:[0-9a-f]{64}");
        if (arguments.length < 2 || !arguments[1].equals(VERIFY) || !readable) {
            return say(CANNOT_TELL, "console.audit.usage");
        }
        try {
            return tell(verdict(options.getProperty("file"), end(end), arguments));
        } catch (IOException | NestedRuntimeException e) {
            return say(CANNOT_TELL, "console.audit.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static ChainVerdict verdict(
            @Nullable String file, @Nullable ChainEnd end, String... arguments) throws IOException {
        return file == null
                ? AuditDatabaseCheck.verify(end, arguments)
                : ChainFile.verify(Path.of(file));
    }

    private static @Nullable ChainEnd end(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(":", 2);
        return new ChainEnd(Long.parseLong(parts[0]), parts[1]);
    }

    private int tell(ChainVerdict verdict) {
        if (verdict instanceof ChainVerdict.Broken broken) {
            String reason = messages.text("console.audit.reason." + broken.reason());
            return say(BROKEN, "console.audit.broken", broken.sequence(), reason);
        }
        ChainVerdict.Whole whole = (ChainVerdict.Whole) verdict;
        return say(0, "console.audit.whole", whole.entries(), whole.end().toString());
    }

    private int say(int code, String key, Object... values) {
        out.println(messages.text(key, values));
        return code;
    }
}
