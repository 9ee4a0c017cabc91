package org.unenrol.guarantees.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;

/**
 * A platform whose calls take a while, and longer the more rows they have, for as long as ordered.
 */
public final class SlowPlatform {

    static final String SERVICE = "WORKER";
    static final String ORDER = "SLOW_PLATFORM";

    private static final Path FILE = Path.of(System.getProperty(Weaver.ORDERS, "."), ORDER);

    private SlowPlatform() {}

    static Change change() {
        return Change.of(
                "org.unenrol.platform.postgres.PostgresLearningPlatform",
                Before.class,
                named("unenrol"));
    }

    /** Waits for as long as a call with so many rows is to take. */
    public static void await(int rows) {
        try {
            String[] nanos = Files.readString(FILE).split(" ");
            TimeUnit.NANOSECONDS.sleep(Long.parseLong(nanos[0]) + rows * Long.parseLong(nanos[1]));
        } catch (NoSuchFileException e) {
            // It is quick.
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At the beginning of a call. */
    static final class Before {

        private Before() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) List<?> batch) {
            SlowPlatform.await(batch.size());
        }
    }
}
