package org.unenrol.wording;

import java.util.Locale;

/** The name of a character that nobody can see, or tell from another. */
final class CharacterName {

    private CharacterName() {}

    /** Such as U+200B. */
    static String codePoint(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    /** Such as "zero width space", as Unicode calls it. */
    static String of(int character, Messages messages) {
        String name = Character.getName(character);
        return name == null
                ? messages.text("hint.no-character")
                : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
