package org.unenrol.wording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.Refusal;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.model.CellHint;

/** The reading of a file, or the reason to refuse it, in words for people. Thread-safe. */
public final class FileMessages {

    private static final String REFUSAL = "refusal.";

    private final Messages messages;

    private FileMessages(Messages messages) {
        this.messages = messages;
    }

    /** In a language, or the nearest that there is. */
    public static FileMessages in(@Nullable String tag) {
        return new FileMessages(Messages.in(tag));
    }

    /**
     * Tells what was assumed about a file, such as {@code Read as UTF-8, separated by commas.}
     *
     * @param charset the canonical name of a {@link java.nio.charset.Charset}
     */
    public String reading(String charset, char delimiter) {
        String name =
                switch (delimiter) {
                    case ',' -> "comma";
                    case ';' -> "semicolon";
                    case '\t' -> "tab";
                    case '|' -> "bar";
                    default -> "another";
                };
        return messages.text("file.read", asPeopleWrite(charset), name, delimiter);
    }

    private static String asPeopleWrite(String charset) {
        if (charset.startsWith("UTF-16")) {
            return "UTF-16";
        }
        return charset.startsWith("windows-")
                ? "W" + charset.substring(1)
                : charset.toUpperCase(Locale.ROOT);
    }

    /** The first 20 problems of a refused file, each with its line. */
    public List<FileError> errors(RefusedFileException refused) {
        return refused.problems().stream()
                .map(problem -> new FileError(problem.line(), sentence(problem.refusal())))
                .toList();
    }

    /** A sentence that says how to fix it. */
    public String sentence(Refusal refusal) {
        String key = REFUSAL + refusal.kind();
        if (refusal instanceof Refusal.Simple simple) {
            return simple(key, simple);
        } else if (refusal instanceof Refusal.QuotesTooFarApart quotes) {
            return messages.text(key, quotes.line(), quotes.closedIn());
        } else if (refusal instanceof Refusal.OtherFormat other) {
            return messages.text(key + "." + other.format());
        } else if (refusal instanceof Refusal.CharsetContradicted charset) {
            return messages.text(key, charset.declared(), charset.marked());
        } else if (refusal instanceof Refusal.CharsetUnsupported unsupported) {
            return messages.text(key, unsupported.charset());
        }
        return ofHeader(key, refusal);
    }

    private String simple(String key, Refusal.Simple simple) {
        Long number = simple.number();
        if (number == null) {
            return messages.text(key);
        }
        return switch (simple.kind()) {
            case UNFIT_DELIMITER -> {
                int character = number.intValue();
                yield messages.text(
                        key, Character.toString(character), CharacterName.codePoint(character));
            }
            case UNSEEN_DELIMITER -> messages.text(key, CharacterName.codePoint(number.intValue()));
            case TOO_LARGE -> {
                ByteCount count = ByteCount.of(number);
                yield messages.text(key, count.number(), count.unit());
            }
            default -> messages.text(key, number);
        };
    }

    private String ofHeader(String key, Refusal refusal) {
        if (refusal instanceof Refusal.ColumnMissing missing) {
            return messages.text(key, missing.column(), listed(missing.found()));
        } else if (refusal instanceof Refusal.ColumnTwice twice) {
            return messages.text(key, twice.column());
        } else if (refusal instanceof Refusal.OddHeader odd) {
            return messages.text(
                    key + "." + odd.hint().kind(),
                    odd.cell(),
                    odd.text(),
                    CharacterName.codePoint(character(odd.hint())),
                    CharacterName.of(character(odd.hint()), messages));
        }
        return messages.text(key, listed(((Refusal.NoColumns) refusal).found()));
    }

    private String listed(Refusal.FoundCells found) {
        String first =
                found.first().stream()
                        .map(cell -> messages.text("refusal.cell", cell))
                        .collect(Collectors.joining(", "));
        return found.more() == 0 ? first : messages.text("refusal.and-more", first, found.more());
    }

    /**
     * Tells for which character a reference would be hard to write again: a sentence without its
     * full stop, as errors of a form have none.
     */
    public String ofNewReference(CellHint hint) {
        return messages.text(
                "new-reference." + hint.kind(),
                CharacterName.codePoint(character(hint)),
                CharacterName.of(character(hint), messages));
    }

    private static int character(CellHint hint) {
        Integer character = hint.character();
        if (character == null) {
            throw new IllegalArgumentException("of no character: " + hint);
        }
        return character;
    }
}
