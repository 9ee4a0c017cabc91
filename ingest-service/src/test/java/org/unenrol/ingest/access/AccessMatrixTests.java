package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.unenrol.model.OutcomeCode.READY;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.ingest.access.AccessMatrix.Line;
import tools.jackson.databind.JsonNode;

/** Asks every endpoint as everybody who might, and holds the answers to {@code docs/access.md}. */
class AccessMatrixTests extends ApiTestCase {

    private static final String CONTENT = "content.admin";
    private static final String NO_ROLE = "amelia.hughes";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private AccessFixture fixture;
    private AccessSubject own;
    private AccessSubject other;

    @BeforeEach
    void makeSubjects() {
        fixture = new AccessFixture(jdbc, tokens);
        own = fixture.subject(CONTENT, verifiedBy(CONTENT), name("own"), "Safeguarding");
        other =
                fixture.subject(
                        ADMINISTRATOR, verifiedBy(ADMINISTRATOR), name("other"), "Nobody's area");
    }

    static List<Line> lines() {
        return AccessMatrix.lines();
    }

    @Test
    void hasALineForEachEndpointAndNoOther() {
        Set<String> endpoints =
                mapping.getHandlerMethods().keySet().stream()
                        .flatMap(AccessMatrixTests::endpoints)
                        .collect(Collectors.toSet());

        assertThat(lines())
                .extracting(Line::endpoint)
                .containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @Test
    void hasTheScopesThatTheDescriptionOfTheApiHas() {
        JsonNode paths = json(api.get().uri("/api/openapi").exchange()).path("paths");

        assertThat(lines())
                .filteredOn(line -> line.endpoint().contains(" /api/v1/"))
                .isNotEmpty()
                .allSatisfy(
                        line -> {
                            String[] call = line.endpoint().split(" ", 2);
                            JsonNode described =
                                    paths.path(call[1]).path(call[0].toLowerCase(Locale.ROOT));
                            assertThat(described.at("/security/1/token/0").asString())
                                    .isEqualTo(leastScope(line));
                        });
    }

    private static String leastScope(Line line) {
        return Arrays.stream(TokenScope.values())
                .map(TokenScope::word)
                .filter(scope -> "yes".equals(line.answers().get(scope)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> endpoints(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        List<String> verbs =
                methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(path -> verbs.stream().map(verb -> verb + " " + path));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isWhatEachEndpointAnswers(Line line) {
        line.answers()
                .forEach(
                        (who, answer) -> {
                            if (!answer.equals("–")) {
                                check(line, who, answer);
                            }
                        });
    }

    private void check(Line line, String who, String expected) {
        AccessSubject subject = who.equals("Content, other's") ? other : own;
        MockMvcRequestBuilder request = request(line, who, subject);
        String before = fixture.state();

        MvcTestResult answer = request.exchange();

        String where = line + " as " + who;
        AccessAnswer told = AccessAnswer.of(answer, subject.mark(line.endpoint()));
        assertThat(told.word(expected)).as(where).isEqualTo(expected);
        if (!Set.of("yes", "shown").contains(expected)) {
            assertThat(fixture.state()).as(where).isEqualTo(before);
        }
        if (expected.equals("not found")) {
            assertThat(told)
                    .as(where)
                    .isEqualTo(
                            AccessAnswer.of(
                                    request(line, who, AccessSubject.none()).exchange(),
                                    subject.mark(line.endpoint())));
        }
    }

    private MockMvcRequestBuilder request(Line line, String who, AccessSubject subject) {
        MockMvcRequestBuilder request = new AccessRequests(api).about(subject, line.endpoint());
        boolean form = !line.isOfTheApi() && !who.equals("form without token");
        return as(who, form ? request.with(csrf()) : request, line.isOfTheApi());
    }

    private MockMvcRequestBuilder as(String who, MockMvcRequestBuilder request, boolean program) {
        return switch (who) {
            case "nobody" -> request;
            case "no role" -> signedIn(NO_ROLE, request, program);
            case "Content, own", "Content, other's" -> signedIn(CONTENT, request, program);
            case "Global" -> signedIn(ADMINISTRATOR, request, program);
            case "form without token", "session of the portal" ->
                    request.session(session(ADMINISTRATOR));
            default -> request.header("Authorization", "Bearer " + token(who));
        };
    }

    private String token(String scope) {
        return tokens.issue(
                scope.equals("audit:read") ? ADMINISTRATOR : CONTENT,
                "Matrix",
                Set.of(TokenScope.of(scope).orElseThrow()),
                Duration.ofMinutes(5));
    }

    private MockMvcRequestBuilder signedIn(
            String username, MockMvcRequestBuilder request, boolean program) {
        return program
                ? request.with(httpBasic(username, PASSWORD))
                : request.session(session(username));
    }

    private MockHttpSession session(String username) {
        MockHttpSession session = new MockHttpSession();
        assertThat(
                        api.post()
                                .uri("/sign-in")
                                .session(session)
                                .param("username", username)
                                .param("password", PASSWORD)
                                .with(csrf()))
                .hasStatus3xxRedirection();
        return session;
    }

    private UUID verifiedBy(String username) {
        UUID id =
                idOf(
                        askAs(
                                username,
                                uploading(CsvFile.of(name("l") + ",B,No"), "verifyOnly=true")));
        others.end(id, READY);
        return id;
    }

    private static String name(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
