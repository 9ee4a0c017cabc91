package org.unenrol.infrastructure;

import java.util.Iterator;
import java.util.List;

/** Stops several things, none left out because another one failed. */
final class Closing {

    private Closing() {}

    static void inOrder(Runnable... closings) {
        close(List.of(closings).iterator());
    }

    private static void close(Iterator<Runnable> closings) {
        if (closings.hasNext()) {
            try {
                closings.next().run();
            } finally {
                close(closings);
            }
        }
    }
}
