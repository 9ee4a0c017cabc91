package org.unenrol.guarantees.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Called from the woven methods. */
public final class Passage {

    private static final Path ORDERS = Path.of(System.getProperty(Weaver.ORDERS, "."));

    static final String ERROR = "error";

    /** As after {@code kill -9}. */
    private static final int KILLED = 137;

    private Passage() {}

    /** Dies at once, without a word to anybody, or fails, if it is ordered to. */
    public static void pass(String point) {
        Path order = ORDERS.resolve(point);
        if (!Files.exists(order)) {
            return;
        }
        String manner = take(order);
        if (manner == null) {
            return;
        }
        if (manner.equals(ERROR)) {
            throw new LinkageError("as ordered: " + point);
        }
        System.out.println("dies as ordered: " + point);
        System.out.flush();
        Runtime.getRuntime().halt(KILLED);
    }

    /** The order; null when another process was quicker. */
    private static @Nullable String take(Path order) {
        try {
            String manner = Files.readString(order);
            return Files.deleteIfExists(order) ? manner : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("the orders cannot be read", e);
        }
    }

    /** The same after a method that may have found nothing to do. */
    public static void passWith(String point, @Nullable Object found) {
        if (!(found instanceof Optional<?> optional && optional.isEmpty())) {
            pass(point);
        }
    }
}
