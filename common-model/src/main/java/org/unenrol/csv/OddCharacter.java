package org.unenrol.csv;

import java.util.stream.Collectors;

/** The reasons why a character in a cell is easily taken for another, or for none. */
enum OddCharacter {
    NONE,
    /** It cannot be seen. */
    UNSEEN,
    /** It stands for one that an earlier program has lost. */
    LOST,
    /** It looks like a Latin letter; likewise the others. */
    LATIN,
    QUOTATION_MARK,
    APOSTROPHE,
    HYPHEN,
    SPACE;

    /** Letters of other scripts that most typefaces draw as Latin ones (Unicode TR 39). */
    private static final String LOOK_LATIN =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u04cf"
                    + "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
                    + "\u03bf\u03bd\u03b1\u03b9\u03c1\u03f2\u0131\u0261\u0251";

    private static final int BLANK_BRAILLE = 0x2800;
    private static final int REPLACEMENT = 0xfffd;

    /** A text in which characters that cannot be seen are shown by their code points. */
    static String shown(String text) {
        return text.codePoints()
                .mapToObj(c -> of(c) == UNSEEN ? "<U+%04X>".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    static OddCharacter of(int c) {
        if (c < 0x80) {
            return c < ' ' || c == 0x7f ? UNSEEN : NONE;
        } else if (c == REPLACEMENT) {
            return LOST;
        } else if (isUnseen(c)) {
            return UNSEEN;
        } else if (LOOK_LATIN.indexOf(c) >= 0 || isFullWidth(c)) {
            return LATIN;
        } else if ((c >= 0x201c && c <= 0x201f) || c == 0xff02) {
            return QUOTATION_MARK;
        } else if (c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0xb4) {
            return APOSTROPHE;
        } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212) {
            return HYPHEN;
        }
        return CellText.isSpace(c) ? SPACE : NONE;
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIgnorable(c) || isNoCharacter(c) || c == BLANK_BRAILLE;
        };
    }

    /** Fillers, joiners and variation selectors (Unicode: Default_Ignorable_Code_Point). */
    private static boolean isIgnorable(int c) {
        return c == 0x34f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    private static boolean isNoCharacter(int c) {
        return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
    }

    private static boolean isFullWidth(int c) {
        return (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
    }
}
