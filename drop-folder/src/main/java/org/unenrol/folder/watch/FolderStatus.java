package org.unenrol.folder.watch;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of a folder, for operators. Safe for use by many threads. */
public final class FolderStatus {

    private volatile @Nullable String unreachable;
    private volatile Map<String, String> waiting = Map.of();

    /** The failure for which the folder cannot be reached; null while it can. */
    public @Nullable String unreachable() {
        return unreachable;
    }

    /** The files that somebody has to do something about, with a code for the reason. */
    public Map<String, String> waiting() {
        return waiting;
    }

    public boolean isWell() {
        return unreachable == null && waiting.isEmpty();
    }

    /** Notes a look at the folder. Returns true where it could not be reached before. */
    boolean reached(Map<String, String> filesThatWait) {
        boolean isBack = unreachable != null;
        unreachable = null;
        waiting = Map.copyOf(new TreeMap<>(filesThatWait));
        return isBack;
    }

    void failed(Exception cause) {
        unreachable = describe(cause);
    }

    /** The innermost cause, as its class and what it says. */
    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
