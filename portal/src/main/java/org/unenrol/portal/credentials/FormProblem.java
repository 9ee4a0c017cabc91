package org.unenrol.portal.credentials;

import org.unenrol.portal.RequestLanguage;

/**
 * A reason for which a form cannot be taken.
 *
 * @param field the id of the field to correct
 */
public record FormProblem(String field, String sentence) {

    /** A problem in the language of the request; values are those of its message. */
    public static FormProblem of(String field, String key, Object... values) {
        return new FormProblem(field, RequestLanguage.text(key, values));
    }
}
