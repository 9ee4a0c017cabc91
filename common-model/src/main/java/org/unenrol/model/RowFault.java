package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something in the file itself that makes a row unusable, found while the file is read.
 *
 * @param detail what goes into the sentence, such as the number of cells found; never a whole cell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFault(Kind kind, @Nullable String detail) {

    public static RowFault of(Kind kind) {
        return new RowFault(kind, null);
    }

    public static RowFault of(Kind kind, long detail) {
        return new RowFault(kind, Long.toString(detail));
    }

    /** The sentence for people: what is wrong and how to fix it. */
    public String sentence() {
        return kind.sentence.formatted(detail);
    }

    /** The kinds of faults, each with its sentence. The names are part of the message format. */
    public enum Kind {
        ROW_EMPTY("The row is empty: fill it in or delete it."),
        TOO_FEW_CELLS("The row has too few cells (%s): give it one for each column of the header."),
        TOO_MANY_CELLS(
                "The row has more cells (%s) than the header: put quotation marks round a cell that"
                        + " contains the delimiter."),
        STRAY_QUOTE(
                "The row has a stray quotation mark: remove it, or write it twice inside quotes."),
        ROWS_IN_QUOTES(
                "The row has lines inside quotes that look like rows of their own: check its quotation"
                        + " marks."),
        LINE_IN_QUOTES(
                "The line stands between quotation marks that enclose several rows, from line %s of the"
                        + " file on: remove the stray quotation mark there."),
        AFTER_STRAY_QUOTE(
                "The row has fewer cells than the header and may belong to a cell whose quotation mark,"
                        + " in line %s of the file, does not hold: fix that line, or complete this"
                        + " row."),
        ROW_TOO_LONG("The row is too long to be read: shorten it to at most %s bytes."),
        UNREADABLE_CHARACTERS(
                "The row has characters that cannot be read: save the file as CSV UTF-8 and check this"
                        + " row."),
        USERNAME_MISSING("The username is missing: fill in the Username cell."),
        USERNAME_TOO_LONG("The username is too long: a username has at most %s characters."),
        REFERENCE_MISSING(
                "The activity external reference is missing: fill in the Activity external reference"
                        + " cell."),
        REFERENCE_TOO_LONG(
                "The activity external reference is too long: a reference has at most %s characters."),
        EMAIL_CHOICE_MISSING(
                "The email choice is missing: write Yes or No in Send unenrolment email."),
        EMAIL_CHOICE_UNREADABLE(
                "The email choice is neither Yes nor No: write Yes or No in Send unenrolment email.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
