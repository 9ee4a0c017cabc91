package org.unenrol.platform.postgres;

import java.text.Normalizer;
import org.unenrol.model.WhiteSpace;

/** A search text as a pattern that finds it anywhere and takes each character as is. */
final class SearchText {

    private SearchText() {}

    /** For {@code ilike}; everything matches the pattern of a blank text. */
    public static String pattern(String text) {
        String escaped =
                Normalizer.normalize(WhiteSpace.trim(text), Normalizer.Form.NFC)
                        .replace("\0", "")
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_");
        return '%' + escaped + '%';
    }
}
