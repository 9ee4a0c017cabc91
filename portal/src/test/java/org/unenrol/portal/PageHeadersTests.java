package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Headers that tell browsers what to do, and not to do, with pages. */
class PageHeadersTests extends PageTestCase {

    @ParameterizedTest
    @ValueSource(strings = {"/catalogue", "/imports", "/account", "/sign-in", "/nowhere"})
    void letBrowsersLoadNothingFromElsewhereAndKeepNoPage(String path) {
        MockHttpServletResponse page = overHttps(path);

        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.getHeader("Access-Control-Allow-Origin")).isNull();
        assertHardened(page);
    }

    @Test
    void areThoseOfStylesAndScriptsToo() {
        assertHardened(overHttps("/assets/portal.css"));
    }

    @Test
    void tellNobodyToComeByHttpsWhoHasNot() {
        assertThat(page("/imports", "en").getResponse().getHeader("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void haveABrowserForgetPagesWithTheSignOut() {
        assertThat(signOut(true)).isEqualTo("\"cache\", \"storage\"");
        assertThat(signOut(false)).isNull();
    }

    private String signOut(boolean https) {
        MvcTestResult signedOut =
                browser.post()
                        .uri("/sign-out")
                        .secure(https)
                        .with(as("global.admin"))
                        .with(csrf())
                        .exchange();
        assertThat(signedOut).hasRedirectedUrl("/sign-in?signed-out");
        return signedOut.getResponse().getHeader("Clear-Site-Data");
    }

    private static void assertHardened(MockHttpServletResponse answer) {
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000", "includeSubDomains");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Objects.requireNonNull(answer.getHeader("Content-Security-Policy")).split("; "))
                .contains(
                        "default-src 'none'",
                        "object-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
    }

    private MockHttpServletResponse overHttps(String path) {
        return browser.get()
                .uri(path)
                .secure(true)
                .with(as("global.admin"))
                .exchange()
                .getResponse();
    }
}
