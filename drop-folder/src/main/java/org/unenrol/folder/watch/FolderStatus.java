package org.unenrol.folder.watch;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** The reasons for which files wait, without what names one. */
    Set<String> reasons() {
        return waiting.values().stream()
                .map(reason -> reason.replaceFirst(": .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes a look at the folder. Returns true where files wait for other reasons than before. */
    boolean reached(Map<String, String> filesThatWait) {
        Set<String> before = reasons();
        unreachable = null;
        waiting = Collections.unmodifiableMap(new TreeMap<>(filesThatWait));
        return !waiting.isEmpty() && !before.equals(reasons());
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
