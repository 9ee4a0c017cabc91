package org.unenrol.model;

import java.text.Normalizer;

/**
 * The form in which external references are compared and stored: without white space round it, and
 * in Unicode NFC, so that an accent may be written as one character or as two. Nothing else is made
 * equal: case and zeros count.
 */
public final class ActivityReference {

    private ActivityReference() {}

    /** The form of a reference as somebody has written it. */
    public static String of(String written) {
        return Normalizer.normalize(WhiteSpace.trim(written), Normalizer.Form.NFC);
    }
}
