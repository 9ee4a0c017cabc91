package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Holds that what people read stands in the messages of {@code wording}, and nowhere else. */
class WordsTests {

    private static final JavaClasses PRODUCT = ProductClasses.ALL;

    /** Classes that speak to nobody who uses the product, and why. */
    private static final Map<String, String> EXEMPT =
            Map.of(
                    "Column", "the names of columns in files, alike in every language",
                    "ApiDescription", "the description of the API, which is in English",
                    "MailMetrics", "what metrics mean",
                    "MailDispatch", "why a mail has failed, for operators, as MailFailure says",
                    "StoredName", "the failure at the start for names that clash",
                    "StandaloneApplication", "the console, for whoever starts it",
                    "SamplePassword", "the console, likewise",
                    "BrokerStops", "a line of the log that it knows");

    private static final Pattern LOCAL = Pattern.compile("org\\.unenrol\\.infrastructure\\b.*");
    private static final Pattern WORD = Pattern.compile("\"?[A-Za-z]['’a-z]*[,:;.?!\"]*");
    private static final Pattern LIKE_A_SENTENCE =
            Pattern.compile("(?s)\\s*\"?(?:[A-Z]['’a-z]* .*|.*[a-z]: .*|.*[a-z][.?!])\\s*");
    private static final int FEWEST_WORDS = 3;
    private static final String DESCRIPTION_OF_THE_API = "docs.html";
    private static final Pattern IN_QUOTES = Pattern.compile("([\"`])((?:(?!\\1).)*)\\1");
    private static final Pattern READ_OUT =
            Pattern.compile("\\s(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"");

    @Test
    void noClassHasASentenceOfItsOwn() {
        Map<String, String> sentences = new TreeMap<>();
        PRODUCT.stream()
                .filter(one -> !LOCAL.matcher(one.getPackageName()).matches())
                .filter(one -> !EXEMPT.containsKey(one.getSimpleName()))
                .forEach(one -> sentences(one).forEach(text -> sentences.put(text, one.getName())));

        assertThat(sentences).isEmpty();
    }

    @Test
    void exemptsNoClassThatHasNone() {
        assertThat(
                        PRODUCT.stream()
                                .filter(one -> EXEMPT.containsKey(one.getSimpleName()))
                                .filter(one -> sentences(one).findAny().isPresent())
                                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(EXEMPT.keySet());
    }

    @Test
    void findsASentenceThatSomebodyReadsButNoneThatIsLoggedOrThrown() {
        assertThat(
                        SpokenTexts.of(
                                        Planted.class
                                                .getResource("WordsTests$Planted.class")
                                                .toString())
                                .stream()
                                .filter(WordsTests::isSentence))
                .containsExactly(
                        "a picture: upload the table it shows",
                        "The file \u0001 is too large.",
                        "Select a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath*:templates/**/*.html", "classpath*:mail/*.*"})
    void noTemplateHasASentenceOfItsOwn(String templates) throws IOException {
        assertThat(
                        Arrays.stream(
                                        new PathMatchingResourcePatternResolver()
                                                .getResources(templates))
                                .filter(one -> !DESCRIPTION_OF_THE_API.equals(one.getFilename())))
                .isNotEmpty()
                .allSatisfy(
                        template ->
                                assertThat(textsOf(template).filter(WordsTests::isSentence))
                                        .as(template.getFilename())
                                        .isEmpty());
    }

    @Test
    void noScriptHasASentenceOfItsOwn() throws IOException {
        Resource[] scripts =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:static/assets/*.js");

        assertThat(scripts).isNotEmpty();
        for (Resource script : scripts) {
            assertThat(
                            IN_QUOTES
                                    .matcher(script.getContentAsString(StandardCharsets.UTF_8))
                                    .results()
                                    .map(quoted -> quoted.group(2)))
                    .filteredOn(WordsTests::isSentence)
                    .isEmpty();
        }
    }

    private static Stream<String> sentences(JavaClass one) {
        return SpokenTexts.of(one).stream().filter(WordsTests::isSentence);
    }

    /** Three words or more, of which the first or the end looks like that of a sentence. */
    private static boolean isSentence(String text) {
        return LIKE_A_SENTENCE.matcher(text).matches()
                && Arrays.stream(text.split("[\\s\u0001]+"))
                                .filter(word -> WORD.matcher(word).matches())
                                .count()
                        >= FEWEST_WORDS;
    }

    /** Between the tags, without what is only there until a message takes its place. */
    private static Stream<String> textsOf(Resource template) throws IOException {
        String text =
                template.getContentAsString(StandardCharsets.UTF_8)
                        .replaceAll("(?s)<!--.*?-->", "")
                        .replaceAll("(?s)<style.*?</style>", "")
                        .replaceAll("(?s)<(\\w+)[^>]*th:u?text=[^>]*>[^<]*</\\1>", "")
                        .replaceAll("\\[\\[.*?]]|\\[\\(.*?\\)]|\\[#.*?]|\\[/.*?]", "");
        return Stream.concat(
                Arrays.stream(text.split("<[^>]*>|\\R")).map(String::strip),
                READ_OUT.matcher(text).results().map(read -> read.group(1)));
    }

    /** The strings that people read, and those that they do not. */
    static final class Planted {

        private static final Logger log = LoggerFactory.getLogger(Planted.class);

        private final String kind = "a picture: upload the table it shows";

        String refuse(String name) {
            log.info("The file {} is too large.", name);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("A file must have a name: " + kind);
            }
            return Stream.of("The file " + name + " is too large.", "Select a file")
                    .collect(Collectors.joining());
        }
    }
}
