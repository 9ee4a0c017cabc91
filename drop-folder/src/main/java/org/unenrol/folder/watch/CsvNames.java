package org.unenrol.folder.watch;

import java.util.regex.Pattern;

/** The names of files that are taken; all others are left alone. */
final class CsvNames {

    /**
     * Hidden names, and those of files that are still being transferred, are none: a name that is
     * yet to come has {@code .part}, {@code .tmp} or {@code .filepart} at its end or before {@code
     * .csv}.
     */
    private static final Pattern TAKEN =
            Pattern.compile(
                    "(?i)(?!\\.)[^/\\p{Cntrl}]+(?<!\\.part)(?<!\\.tmp)(?<!\\.filepart)\\.csv");

    private CsvNames() {}

    static boolean isTaken(String name) {
        return TAKEN.matcher(name).matches();
    }

    /** The name without its ending. */
    static String stem(String name) {
        return name.substring(0, name.length() - ".csv".length());
    }
}
