package org.unenrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameKeyTests {

    /** Besides capitals and their small letters: two letters with more than one form. */
    private static final List<Set<String>> FORMS_OF_ONE_LETTER =
            List.of(Set.of("ß", "ẞ"), Set.of("Σ", "σ", "ς"));

    @ParameterizedTest
    @CsvSource({
        "AMELIA.HUGHES, amelia.hughes",
        "IRMAK, irmak",
        "JÖRG, jörg",
        "Zoe\u0308, ZOË",
        "J\u030cIM, \u01f0im",
        "\u212aim, kim",
        "GROẞ, groß",
        "ΟΔΟΣ, οδος",
        "\u1c90, \u10d0",
        "\ud801\udc00, \ud801\udc28",
        "'\u00a0anna ', ANNA"
    })
    void isTheSameForOneUsernameHoweverItIsWritten(String one, String other) {
        assertThat(UsernameKey.of(one)).isEqualTo(UsernameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "alı.kaya, ali.kaya",
        "ALİ, ALI",
        "İpek, i\u0307pek",
        "ipek, İpek",
        "Straße, Strasse",
        "STRAẞE, STRASSE",
        "ſam, sam",
        "o\ufb03ce, office",
        "ann\u00aa, anna",
        "\u00b5, μ",
        "\uff41nna, anna",
        "\u0430nna, anna",
        "ϑ, θ",
        "jose, josé"
    })
    void tellsApartWhatAPersonCanTellApart(String one, String other) {
        assertThat(UsernameKey.of(one)).isNotEqualTo(UsernameKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "a%sz", "A%s\u0301Z"})
    void makesOneOfNoCharactersButACapitalAndItsSmallLetter(String username) {
        Map<String, List<String>> byKey = new HashMap<>();
        characters()
                .forEach(
                        c ->
                                byKey.computeIfAbsent(
                                                UsernameKey.of(username.formatted(c)),
                                                key -> new ArrayList<>())
                                        .add(c));

        assertThat(byKey.values())
                .allSatisfy(
                        same -> assertThat(same).allMatch(c -> isTheSameLetter(same.get(0), c)));
    }

    @Test
    void makesOneOfEachCapitalAndItsSmallLetter() {
        assertThat(characters().stream().filter(UsernameKeyTests::isTruePair))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(
                        c -> assertThat(UsernameKey.of(c)).isEqualTo(UsernameKey.of(lowerCase(c))));
    }

    @Test
    void isItsOwnKey() {
        assertThat(characters())
                .allSatisfy(
                        c -> {
                            String key = UsernameKey.of("J" + c + "\u030c");
                            assertThat(UsernameKey.of(key)).isEqualTo(key);
                        });
    }

    private static List<String> characters() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> Character.isDefined(c) && !WhiteSpace.is(c))
                .mapToObj(Character::toString)
                .toList();
    }

    private static boolean isTheSameLetter(String one, String other) {
        String a = composed(one);
        String b = composed(other);
        return a.equals(b)
                || (isTruePair(a) && lowerCase(a).equals(b))
                || (isTruePair(b) && lowerCase(b).equals(a))
                || FORMS_OF_ONE_LETTER.stream().anyMatch(forms -> forms.containsAll(Set.of(a, b)));
    }

    private static boolean isTruePair(String letter) {
        return letter.codePointCount(0, letter.length()) == 1
                && !lowerCase(letter).equals(letter)
                && upperCase(lowerCase(letter)).equals(letter);
    }

    private static String lowerCase(String letter) {
        return Character.toString(Character.toLowerCase(letter.codePointAt(0)));
    }

    private static String upperCase(String letter) {
        return Character.toString(Character.toUpperCase(letter.codePointAt(0)));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
