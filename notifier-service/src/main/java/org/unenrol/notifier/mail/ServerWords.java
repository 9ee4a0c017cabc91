package org.unenrol.notifier.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words with which a mail server refuses, so that administrators can read them and like ones
 * can be counted: without addresses, and without what is another one each time.
 */
final class ServerWords {

    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 3;

    /** The code before the words of each line, which stands once before them all. */
    private static final Pattern CODE =
            Pattern.compile("^[2-5]\\d\\d(?:[ -](?:\\d\\.\\d{1,3}\\.\\d{1,3}\\b)?)?\\s*");

    private static final Pattern ADDRESS =
            Pattern.compile("<[^>]*>|[^\\s<>()\\[\\],;:]+@[^\\s<>()\\[\\],;:]*");

    /** Such as the id of a mail in the server's queue. */
    private static final Pattern ID = Pattern.compile("(?<!\\S)(?!https?:)(?=\\S*\\d)\\S{12,}");

    private ServerWords() {}

    /**
     * The words of an answer.
     *
     * @param answer all its lines
     * @param recipient left out, also where only the part before the @ is named
     * @return null when there was no answer
     */
    static @Nullable String of(SmtpReply reply, String answer, String recipient) {
        if (reply.code() == 0) {
            return null;
        }
        String words =
                answer.lines()
                        .map(line -> CODE.matcher(line).replaceFirst(""))
                        .collect(Collectors.joining(" "));
        String bare = ADDRESS.matcher(withoutName(words, recipient)).replaceAll("…");
        String all = OneLine.of(reply + " " + ID.matcher(bare).replaceAll("…"));
        return all.codePointCount(0, all.length()) > LONGEST
                ? all.substring(0, all.offsetByCodePoints(0, LONGEST)) + "…"
                : all;
    }

    private static String withoutName(String words, String recipient) {
        int at = recipient.lastIndexOf('@');
        if (at < SHORTEST_NAME) {
            return words;
        }
        String name = Pattern.quote(recipient.substring(0, at).toLowerCase(Locale.ROOT));
        return Pattern.compile("(?<![\\w.])" + name + "(?![\\w.]*\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .replaceAll(Matcher.quoteReplacement("…"));
    }
}
