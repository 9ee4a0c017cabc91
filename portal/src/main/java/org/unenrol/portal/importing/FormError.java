package org.unenrol.portal.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.wording.FileError;
import org.unenrol.wording.FileMessages;

/**
 * What is wrong with what was sent.
 *
 * @param fileName of the file that is refused; null where it is not about one
 * @param headline in the words of GOV.UK's file upload component where they fit
 * @param detail how to fix it; may be empty
 * @param problems what was found on which line
 * @param furtherProblems how many more there are
 */
record FormError(
        @Nullable String fileName,
        String headline,
        String detail,
        List<FileError> problems,
        int furtherProblems) {

    static FormError nothingSelected() {
        return plain("Select a CSV file", "Browse for the file, or drop it on this dialog box.");
    }

    static FormError tooLarge(String most) {
        return plain(
                "The selected file must be smaller than " + most,
                "Split it into several files, each with the header.");
    }

    static FormError heldNoLonger() {
        return plain(
                "Select the file again", "It was not confirmed in time and is kept no longer.");
    }

    static FormError notUploaded() {
        return plain(
                "Select the file again",
                "Your session had ended, so the file was not uploaded. Nothing has been changed.");
    }

    static FormError of(
            RefusedFileException refused,
            String mostBytes,
            String mostRows,
            FileMessages messages) {
        return new FormError(
                null,
                headline(refused.reason(), mostBytes, mostRows),
                messages.sentence(refused.refusal()),
                refused.problems().size() > 1 ? messages.errors(refused) : List.of(),
                refused.furtherProblems());
    }

    /** The same, said of the file of this name. */
    FormError about(String name) {
        return new FormError(name, headline, detail, problems, furtherProblems);
    }

    private static FormError plain(String headline, String detail) {
        return new FormError(null, headline, detail, List.of(), 0);
    }

    private static String headline(
            RefusedFileException.Reason reason, String mostBytes, String mostRows) {
        return switch (reason) {
            case EMPTY -> "The selected file is empty";
            case NO_ROWS -> "The selected file has no rows";
            case HEADER_NOT_FOUND, HEADER_MISPLACED, COLUMN_MISSING, COLUMN_TWICE ->
                    "The selected file must use the template";
            case TOO_MANY_COLUMNS -> "The selected file must have fewer columns";
            case TOO_MANY_BLANK_LINES -> "The selected file must have fewer blank lines";
            case QUOTES_TOO_FAR_APART ->
                    "The selected file has a quotation mark that is not closed";
            case TOO_LARGE -> "The selected file must be smaller than " + mostBytes;
            case TOO_MANY_ROWS -> "The selected file must have " + mostRows + " or fewer";
            case NOT_A_CSV -> "The selected file must be a CSV";
            case UNREADABLE_ENCODING -> "The selected file cannot be read";
        };
    }
}
