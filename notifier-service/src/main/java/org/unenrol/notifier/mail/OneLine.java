package org.unenrol.notifier.mail;

/** Text from elsewhere that is to stand in a header, where a line break would begin another one. */
final class OneLine {

    private OneLine() {}

    /** The text with each run of control characters and line breaks as one space. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();
    }
}
