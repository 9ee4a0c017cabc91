package org.unenrol.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one language: patterns of ICU MessageFormat by key. Thread-safe.
 *
 * <p>Another language is another file beside those that are there, and its tag in {@link
 * #LANGUAGES}.
 */
public final class Messages {

    /** The languages that there are, as tags of BCP 47; the first is the one for everybody else. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final Map<String, Messages> BY_LANGUAGE = new HashMap<>();

    static {
        LANGUAGES.forEach(language -> BY_LANGUAGE.put(language, load(language)));
    }

    private final String language;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    private Messages(String language, Properties patterns) {
        this.language = language;
        // As in Britain: days before months.
        ULocale locale = language.equals("en") ? ULocale.UK : ULocale.forLanguageTag(language);
        patterns.forEach(
                (key, pattern) ->
                        formats.put((String) key, new MessageFormat((String) pattern, locale)));
    }

    /**
     * Finds the messages of a language, or of the nearest that there is.
     *
     * @param tag of BCP 47, such as {@code de-AT}; null, and what is no tag, for none
     */
    public static Messages in(@Nullable String tag) {
        String nearest = tag == null ? null : nearest(tag);
        return requireNonNull(BY_LANGUAGE.get(nearest == null ? LANGUAGES.get(0) : nearest));
    }

    private static @Nullable String nearest(String tag) {
        try {
            return Locale.lookupTag(List.of(new Locale.LanguageRange(tag)), LANGUAGES);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The tag of the language. */
    public String language() {
        return language;
    }

    /**
     * Makes the message.
     *
     * @param values what the pattern knows as {0}, {1} …
     * @throws IllegalArgumentException when there is no such key
     */
    public String text(String key, Object... values) {
        // A format is not thread-safe; a copy is cheaper than a lock or parsing the pattern again.
        return format(key).clone().format(values);
    }

    /** Tells whether there is such a message. */
    public boolean has(String key) {
        return formats.containsKey(key);
    }

    private MessageFormat format(String key) {
        MessageFormat format = formats.get(key);
        if (format == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language);
        }
        return format;
    }

    Set<String> keys() {
        return formats.keySet();
    }

    /** The values that a message has. */
    Set<String> values(String key) {
        return format(key).getArgumentNames();
    }

    private static Messages load(String language) {
        String name =
                language.equals(LANGUAGES.get(0))
                        ? "messages.properties"
                        : "messages_%s.properties".formatted(language);
        Properties patterns = new Properties();
        try (InputStream file = Messages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name);
            }
            patterns.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Messages(language, patterns);
    }
}
