package org.unenrol.portal.catalogue;

import static org.unenrol.portal.RequestLanguage.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.unenrol.csv.CellHints;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.wording.FileMessages;

/** The conditions for an external reference to be found by a file, and to harm no spreadsheet. */
final class ExternalReference {

    private static final int MOST_CHARACTERS = 255;

    /** Spreadsheets in East Asia take the full-width signs for the others. */
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

    private ExternalReference() {}

    /**
     * Tells what is wrong with a reference, in a sentence for people.
     *
     * @param reference in the form in which it is stored; empty takes the reference away
     */
    static Optional<String> problemWith(String reference) {
        if (reference.codePointCount(0, reference.length()) > MOST_CHARACTERS) {
            return Optional.of(text("portal.reference.too-long", MOST_CHARACTERS));
        }
        if (FORMULA.matcher(reference).matches()) {
            return Optional.of(text("portal.reference.formula", reference.substring(0, 1)));
        }
        return CellHints.ofNewReference(reference)
                .map(FileMessages.in(RequestLanguage.tag())::ofNewReference);
    }
}
