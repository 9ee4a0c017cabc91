package org.unenrol.account.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for a password that somebody chooses, after OWASP ASVS 5.0, 6.2: length and strangers'
 * guesses count, of which kinds of characters it is made does not.
 */
public final class PasswordRules {

    public static final int FEWEST = 12;

    /** More than that, bcrypt cannot tell apart. */
    public static final int MOST_BYTES = 72;

    private static final String PRODUCT = "unenrol";
    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_OF_ITS_OWN = 8;
    private static final int LONGEST_UNIT = 4;
    private static final int LONGEST_STEP = 1;

    private static final Set<String> COMMON = load();

    private PasswordRules() {}

    /** The form in which passwords are counted, checked and hashed: NFKC. */
    public static String normalised(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * Finds the first fault of a password.
     *
     * @param known what everybody knows of the person: username, name, address
     */
    public static Optional<PasswordFault> fault(String password, Collection<String> known) {
        String normalised = normalised(password);
        if (normalised.codePointCount(0, normalised.length()) < FEWEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (normalised.getBytes(UTF_8).length > MOST_BYTES) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        String plain = plain(normalised);
        if (COMMON.contains(plain) || isRepeated(plain) || isSequence(plain)) {
            return Optional.of(PasswordFault.COMMON);
        }
        return ofItsOwn(plain, known) < FEWEST_OF_ITS_OWN
                ? Optional.of(PasswordFault.PREDICTABLE)
                : Optional.empty();
    }

    /** Such as {@code abcabcabcabc}. */
    private static boolean isRepeated(String text) {
        for (int unit = 1; unit <= LONGEST_UNIT; unit++) {
            if (text.startsWith(text.substring(unit))) {
                return true;
            }
        }
        return false;
    }

    /** Such as {@code abcdefghijkl} or {@code 210987654321}, 0 before 1 and after 9. */
    private static boolean isSequence(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = Math.abs(text.charAt(i) - text.charAt(i - 1));
            steps += step <= LONGEST_STEP || step == '9' - '0' ? 1 : 0;
        }
        return steps == text.length() - 1;
    }

    /** Counts the characters that are left without words that everybody knows. */
    private static int ofItsOwn(String plain, Collection<String> known) {
        String left = plain;
        for (String word : words(known)) {
            left = left.replace(word, "");
        }
        return left.codePointCount(0, left.length());
    }

    /** Each as a whole and its parts, the longest first. */
    private static List<String> words(Collection<String> known) {
        return Stream.concat(Stream.of(PRODUCT), known.stream())
                .map(PasswordRules::plain)
                .flatMap(
                        text ->
                                Stream.concat(
                                        Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static String plain(String text) {
        return normalised(text).toLowerCase(Locale.ROOT);
    }

    private static Set<String> load() {
        InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt");
        if (list == null) {
            throw new IllegalStateException("there is no list of common passwords");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
