package org.unenrol.guarantees.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A platform whose calls take a while, and longer the more rows they have, for as long as ordered.
 */
public final class SlowedPlatform {

    static final String SERVICE = "WORKER";
    static final String ORDER = "SLOW_PLATFORM";

    private static final Path FILE = Path.of(System.getProperty(Weaver.ORDERS, "."), ORDER);

    private SlowedPlatform() {}

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
}
