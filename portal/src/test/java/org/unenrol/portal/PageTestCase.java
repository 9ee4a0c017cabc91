package org.unenrol.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.unenrol.portal.PortalDatabase.JDBC;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** A test of pages on the sample organisation, without a broker and without a browser. */
@SpringBootTest(
        classes = PortalService.class,
        properties = {
            "spring.config.name=services,portal",
            "unenrol.portal.time-zone=Europe/London",
            "unenrol.accounts.second-factor-keys.k1=" + PageTestCase.KEY,
            "unenrol.sample.load=true",
            "unenrol.sample.admin-password=" + PageTestCase.PASSWORD,
            "unenrol.sample.content-admin-password=" + PageTestCase.PASSWORD,
            "unenrol.sample.learner-password=" + PageTestCase.PASSWORD
        })
abstract class PageTestCase {

    static final String KEY = "S2V5cyBvZiB0aGUgdGVzdHMsIG9mIHRoaXJ0eS10d28uLi4=";
    static final String PASSWORD = "a password of the tests";

    @Autowired StagedImports imports;
    @Autowired private WebApplicationContext context;
    @Autowired private AuthenticationProvider passwords;
    MockMvcTester browser;
    private Authentication administrator;

    @DynamicPropertySource
    static void useTheDatabaseOfTheTests(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", PortalDatabase.SERVER::getJdbcUrl);
        settings.add("spring.datasource.username", PortalDatabase.SERVER::getUsername);
        settings.add("spring.datasource.password", PortalDatabase.SERVER::getPassword);
    }

    @BeforeEach
    void open() {
        browser = MockMvcTester.from(context, pages -> pages.apply(springSecurity()).build());
        administrator = account("global.admin");
    }

    private Authentication account(String username) {
        return passwords.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD));
    }

    RequestPostProcessor as(String username) {
        return authentication(account(username));
    }

    /** A page as the Global administrator sees it. */
    MvcTestResult page(String path, String language) {
        return browser.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(authentication(administrator))
                .exchange();
    }

    String read(String path, String language) {
        return read(page(path, language));
    }

    /** The text that stands in a page or in a part of one. */
    static String read(MvcTestResult answer) {
        byte[] page = answer.getResponse().getContentAsByteArray();
        return HtmlUtils.htmlUnescape(
                        new String(page, StandardCharsets.UTF_8).replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ");
    }

    static long item(String reference) {
        return JDBC.sql("select id from lms.activity where external_reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }
}
