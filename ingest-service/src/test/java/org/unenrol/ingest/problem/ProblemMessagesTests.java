package org.unenrol.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ProblemDetail;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.wording.FileError;
import org.unenrol.wording.Messages;

class ProblemMessagesTests {

    static final List<String> LANGUAGES = Messages.LANGUAGES;

    private final ProblemMessages english = new ProblemMessages(Messages.in("en"));
    private final ProblemMessages german = new ProblemMessages(Messages.in("de"));

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void saysOfEachTypeHowToFixItAndNeverTheSame(String language) {
        Messages messages = Messages.in(language);

        assertThat(ProblemType.values())
                .extracting(type -> type.title(messages))
                .doesNotHaveDuplicates();
        assertThat(ProblemType.values())
                .allSatisfy(type -> assertThat(type.detail(messages)).endsWith("."));
    }

    @Test
    void tellsAProblemInTheLanguageAskedFor() {
        ProblemDetail told = german.of(ProblemType.IMPORT_NOT_FOUND.problem());

        assertThat(told.getType()).hasToString("urn:unenrol:problem:import-not-found");
        assertThat(told.getStatus()).isEqualTo(404);
        assertThat(told.getTitle()).isEqualTo("Import nicht gefunden");
        assertThat(told.getDetail())
                .isEqualTo("Es gibt keinen Import mit dieser Kennung: Suchen Sie ihn im Verlauf.");
    }

    @Test
    void keepsTheStatusThatWasAnsweredOtherwise() {
        assertThat(english.of(new Problem.Plain(ProblemType.REQUEST_UNREADABLE, 414)).getStatus())
                .isEqualTo(414);
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsCloserToTheRequest(Problem problem, String sentence) {
        assertThat(english.of(problem).getDetail()).isEqualTo(sentence);
        assertThat(german.of(problem).getDetail()).isNotEqualTo(sentence).endsWith(".");
    }

    static Stream<Arguments> saysWhatIsCloserToTheRequest() {
        return Stream.of(
                arguments(
                        CloserDetail.PARAMETER_NOT_ONE_OF.problem("state", "FAILED, COMPLETED"),
                        "The parameter state must be one of FAILED, COMPLETED."),
                arguments(
                        CloserDetail.PARAMETER_NO_NUMBER.problem("after"),
                        "The parameter after must be a whole number that is not too large."),
                arguments(
                        CloserDetail.PARAMETER_TOO_LONG.problem("reason", 500),
                        "The parameter reason must have 500 characters or fewer."),
                arguments(
                        CloserDetail.PARAMETER_OUT_OF_RANGE.problem("limit", 1, 1000),
                        "The parameter limit must be a whole number from 1 to 1000."),
                arguments(
                        CloserDetail.PARAMETER_NOT_THE_WORD.problem("only", "failed"),
                        "The parameter only must be failed, or omitted."),
                arguments(
                        CloserDetail.NO_UUID.problem("id"),
                        "The id in the address must be a UUID: take it from the import's links."),
                arguments(
                        CloserDetail.PART_NO_FIELD.problem("verifyOnly"),
                        "The part verifyOnly must be a field, not a file."),
                arguments(
                        CloserDetail.OTHER_METHODS.problem("PUT", List.of("GET", "HEAD", "POST")),
                        "This address does not take PUT: use GET or HEAD or POST."),
                arguments(
                        CloserDetail.PROTOCOL_NOT_SPOKEN.problem(),
                        "The request is in a protocol that is not spoken here: use HTTP/1.1,"
                                + " without CONNECT, and with no other transfer coding than"
                                + " chunked."),
                arguments(
                        CloserDetail.SECOND_FACTOR.problem(),
                        "This account has a second factor, so a password alone is not enough here."
                                + " Send a token in the header Authorization, after the word Bearer:"
                                + " make one on the page API tokens of the portal."),
                arguments(
                        CloserDetail.TOKEN_NEEDED.problem(),
                        "Send a token in the header Authorization, after the word Bearer:"
                                + " administrators make one on the page API tokens of the portal."),
                arguments(
                        CloserDetail.SCOPE_NEEDED.problem("imports:apply"),
                        "This token may not do that: use one with the scope imports:apply."),
                arguments(
                        CloserDetail.NO_SCOPE.problem(),
                        "No token may do that: sign in with the username and password of an"
                                + " administrator."));
    }

    @Test
    void tellsOfARefusedFileWhatWasFoundInWhichLine() {
        ProblemDetail told = german.of(new Problem.FileRefused(refusal("Username\nanna\n")));

        assertThat(told.getType()).hasToString("urn:unenrol:problem:file-column-missing");
        assertThat(told.getDetail()).startsWith("Die Spalte „Activity external reference“ fehlt:");
        assertThat(told.getProperties()).containsEntry("furtherErrors", 0);
        assertThat(told.getProperties().get("errors"))
                .asInstanceOf(InstanceOfAssertFactories.list(FileError.class))
                .hasSize(2)
                .first()
                .isEqualTo(new FileError(1, told.getDetail()));
    }

    private static RefusedFileException refusal(String file) {
        return catchThrowableOfType(
                RefusedFileException.class,
                () ->
                        UnenrolmentFile.open(
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                FileLimits.unlimited(),
                                null));
    }
}
