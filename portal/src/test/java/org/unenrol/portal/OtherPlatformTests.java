package org.unenrol.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.unenrol.test.people.People;

/** The portal on a platform that cannot tell what it has and who is enrolled. */
@SpringBootTest(
        classes = PortalService.class,
        properties = {"spring.config.name=services,portal", "unenrol.platform=elsewhere"})
class OtherPlatformTests {

    @Autowired private WebApplicationContext context;
    @Autowired private AuthenticationProvider passwords;
    private MockMvcTester browser;
    private RequestPostProcessor administrator;

    @DynamicPropertySource
    static void useTheDatabaseOfTheTests(DynamicPropertyRegistry settings) {
        PageTestCase.useTheDatabaseOfTheTests(settings);
    }

    @BeforeEach
    void open() {
        browser = MockMvcTester.from(context, pages -> pages.apply(springSecurity()).build());
        String username = "admin-" + UUID.randomUUID();
        new People(PortalDatabase.JDBC).administrator(username, "elsewhere");
        administrator =
                authentication(
                        passwords.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        username, "elsewhere")));
    }

    @Test
    void beginsWithTheImports() {
        PortalDatabase.JDBC.sql("truncate imports.import, imports.stored_file cascade").update();

        assertThat(page("/")).hasRedirectedUrl("/imports");
        assertThat(PageTestCase.read(page("/imports")))
                .contains("ACTIONS Import unenrolments", "begin in the ACTIONS section above")
                .doesNotContain("Catalogue", "Reports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalogue", "/catalogue/1", "/reports", "/reports/records.csv"})
    void hasNoPageThatThePlatformCannotFill(String path) {
        assertThat(page(path)).hasStatus(404);
    }

    @Test
    void takesFilesIn() {
        byte[] file =
                "Username,Activity external reference,Send unenrolment email\r\na,B,No\r\n"
                        .getBytes(UTF_8);

        MvcTestResult begun =
                browser.post()
                        .uri("/imports")
                        .multipart()
                        .file(new MockMultipartFile("file", "leavers.csv", "text/csv", file))
                        .param("verifyOnly", "false", "true")
                        .with(administrator)
                        .with(csrf())
                        .exchange();

        assertThat(begun).hasStatus(302);
        assertThat(PageTestCase.read(page(begun.getResponse().getRedirectedUrl())))
                .contains("Import of leavers.csv");
    }

    private MvcTestResult page(String path) {
        return browser.get().uri(path).with(administrator).exchange();
    }
}
