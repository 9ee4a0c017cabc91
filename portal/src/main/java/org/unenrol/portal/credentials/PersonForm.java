package org.unenrol.portal.credentials;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person as a form names them; what is missing is empty. */
public record PersonForm(String username, String name, String email) {

    private static final int LONGEST_USERNAME = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    public static final PersonForm EMPTY = new PersonForm("", "", "");

    public PersonForm {
        username = stripped(username);
        name = stripped(name);
        email = stripped(email);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The first problem, if there is one. */
    public Optional<FormProblem> problem() {
        if (!isWritable(username, LONGEST_USERNAME)) {
            return Optional.of(
                    FormProblem.of("username", "portal.person.username", LONGEST_USERNAME));
        }
        if (!isWritable(name, LONGEST_NAME)) {
            return Optional.of(FormProblem.of("name", "portal.person.name", LONGEST_NAME));
        }
        return isAddress(email)
                ? Optional.empty()
                : Optional.of(FormProblem.of("email", "portal.person.email"));
    }

    private static boolean isWritable(String text, int longest) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(PersonForm::isStrange);
    }

    private static boolean isStrange(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isAddress(String text) {
        return isWritable(text, LONGEST_EMAIL)
                && text.matches("[^\\s@,<>]+@[^\\s@,<>]+\\.?[^\\s@,<>]+");
    }
}
