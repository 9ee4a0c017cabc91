package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.unenrol.account.OneTimeLink;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** Shows each template once in each language, all of its messages and values in their places. */
class EveryTemplateTests extends PageTestCase {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Templates that only others show. */
    private static final Set<String> PARTS =
            Set.of(
                    "layout",
                    "parts",
                    "accounts/parts",
                    "factors/parts",
                    "importing/form",
                    "reports/parts",
                    "tokens/parts");

    @Autowired private OneTimeLinks links;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void isShownInTheLanguageAskedFor(String language) {
        List<MvcTestResult> pages = pages(language).toList();

        assertThat(pages)
                .allSatisfy(
                        page ->
                                assertThat(page)
                                        .bodyText()
                                        .as(page.getRequest().getRequestURI())
                                        .contains("<html lang=\"" + language)
                                        .contains("– Unenrol</title>")
                                        .doesNotContain("??", "{0}", "{1}", "th:"));
        assertThat(pages)
                .extracting(page -> page.getMvcResult().getModelAndView().getViewName())
                .containsAll(templates());
    }

    @Test
    void saysOtherWordsInGerman() {
        assertThat(pages("de").map(PageTestCase::read))
                .zipSatisfy(
                        pages("en").map(PageTestCase::read).toList(),
                        (german, english) -> assertThat(german).isNotEqualTo(english));
    }

    private Stream<MvcTestResult> pages(String language) {
        UUID verified = imports.ended(Mode.VERIFY_ONLY, OutcomeCode.READY, OutcomeCode.DUPLICATE);
        UUID running = imports.submitted(Mode.APPLY, 2);
        String item = "/catalogue/" + item("FIRE-SAFETY-2026");
        return Stream.of(shown(verified, running, item, language), factors(language).stream())
                .flatMap(Function.identity());
    }

    private Stream<MvcTestResult> shown(UUID verified, UUID running, String item, String language) {
        return Stream.concat(
                Stream.of(
                                "/sign-in?failed",
                                "/catalogue",
                                "/imports/new",
                                item,
                                item + "/external-reference/remove",
                                item + "/learners/" + enrolledIn("FIRE-SAFETY-2026") + "/unenrol",
                                "/imports",
                                "/imports/" + verified,
                                "/imports/" + verified + "/apply",
                                "/imports/" + imports.submitted(Mode.VERIFY_ONLY, 1) + "/apply",
                                "/imports/" + applied() + "/take-back",
                                "/imports/" + applied() + "/run-again",
                                "/imports/" + running,
                                "/imports/" + running + "/cancel",
                                "/sources",
                                "/tokens",
                                "/tokens/all",
                                "/sources/hr",
                                "/webhooks",
                                "/audit",
                                "/erasures",
                                "/accounts",
                                "/accounts/new",
                                "/accounts/" + account("content.admin"),
                                "/account",
                                "/account/second-factor",
                                "/forgotten-password",
                                "/forgotten-password?asked",
                                "/choose-password?token="
                                        + links.make(
                                                OneTimeLink.Kind.NEW_PASSWORD,
                                                account("content.admin"),
                                                Duration.ofMinutes(1)),
                                "/choose-password?token=none",
                                "/reports",
                                "/reports/learners",
                                "/reports/records")
                        .map(path -> page(path, language)),
                Stream.of(failure(language), firstAdministrator(language)));
    }

    private UUID applied() {
        return imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED, OutcomeCode.SYSTEM_ERROR);
    }

    /** Of somebody who has an app. */
    private List<MvcTestResult> factors(String language) {
        RequestPostProcessor who = as("content.admin");
        JDBC.sql(
                        """
                        insert into accounts.authenticator_app (account_id, sealed, last_step)
                        values (?, 'k0.x', 0)
                        """)
                .param(account("content.admin"))
                .update();
        try {
            return List.of(
                    changing("/app", who, language),
                    changing("/recovery-codes", who, language),
                    changing("/passkeys", who, language),
                    afterThePassword(language));
        } finally {
            JDBC.sql("delete from accounts.authenticator_app").update();
        }
    }

    private MvcTestResult changing(String path, RequestPostProcessor who, String language) {
        return browser.post()
                .uri("/account/second-factor" + path)
                .header("Accept-Language", language)
                .sessionAttr("org.unenrol.confirmed", Instant.now())
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult afterThePassword(String language) {
        MvcTestResult password =
                browser.post()
                        .uri("/sign-in")
                        .param("username", "content.admin")
                        .param("password", PASSWORD)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .exchange();
        return browser.get()
                .uri("/sign-in/second-factor")
                .header("Accept-Language", language)
                .session((MockHttpSession) password.getRequest().getSession())
                .exchange();
    }

    /** Shown only as long as there is no administrator. */
    private MvcTestResult firstAdministrator(String language) {
        JDBC.sql("update accounts.account set disabled_at = now()").update();
        try {
            return page(
                    "/first-administrator?token="
                            + links.make(
                                    OneTimeLink.Kind.FIRST_ADMINISTRATOR,
                                    null,
                                    Duration.ofMinutes(1)),
                    language);
        } finally {
            JDBC.sql("update accounts.account set disabled_at = null").update();
        }
    }

    private static long account(String username) {
        return JDBC.sql("select id from accounts.account where username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }

    private static long enrolledIn(String reference) {
        return JDBC.sql(
                        """
                        select user_id from lms.enrolment
                        join lms.activity on activity.id = activity_id
                        where external_reference = ? and ended_at is null limit 1
                        """)
                .param(reference)
                .query(Long.class)
                .single();
    }

    private MvcTestResult failure(String language) {
        return browser.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .header("Accept-Language", language)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                .exchange();
    }

    private static Set<String> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                    .filter(name -> !PARTS.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
