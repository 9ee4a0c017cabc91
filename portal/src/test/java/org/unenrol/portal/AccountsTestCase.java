package org.unenrol.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.unenrol.account.AccountDetails;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;

/** A test of accounts, with sessions as a browser has them. */
abstract class AccountsTestCase extends PageTestCase {

    static final String GOOD = "seven green boats at noon";

    @Autowired AccountDirectory directory;
    @Autowired Accounts accounts;
    @Autowired private WebApplicationContext everything;
    @Autowired private SessionRepositoryFilter<?> sessionFilter;
    MockMvcTester visitor;

    @BeforeEach
    void openWithSessions() {
        visitor =
                MockMvcTester.from(
                        everything,
                        pages -> pages.addFilters(sessionFilter).apply(springSecurity()).build());
        JDBC.sql("delete from imports.mail where import_id is null").update();
    }

    /** Somebody new who can sign in with {@link #PASSWORD}. */
    String somebody(Role role) {
        String username = "somebody-" + UUID.randomUUID();
        AccountDetails details =
                new AccountDetails("Some Body", username + "@example.org", role, "en");
        directory.add(username, details, Set.of());
        accounts.setPassword(username, "{noop}" + PASSWORD);
        return username;
    }

    long id(String username) {
        return directory.find(username).orElseThrow().id();
    }

    /** Signs in; the cookie of the session, null where it was refused. */
    @Nullable Cookie signIn(String username, String password, Cookie... cookies) {
        MockMvcRequestBuilder form = visitor.post().uri("/sign-in");
        return exchange(
                        withAll(
                                cookies.length == 0 ? form : form.cookie(cookies),
                                "username",
                                username,
                                "password",
                                password))
                .getResponse()
                .getCookie("unenrol-session");
    }

    Cookie session(String username) {
        return Objects.requireNonNull(signIn(username, PASSWORD));
    }

    MvcTestResult get(String path, Cookie... session) {
        MockMvcRequestBuilder request = visitor.get().uri(path);
        return (session.length == 0 ? request : request.cookie(session)).exchange();
    }

    MvcTestResult post(String path, String username, String... parameters) {
        return exchange(withAll(browser.post().uri(path).with(as(username)), parameters));
    }

    MvcTestResult postHere(String path, Cookie session, String... parameters) {
        return exchange(withAll(visitor.post().uri(path).cookie(session), parameters));
    }

    MvcTestResult postAsNobody(String path, String... parameters) {
        return exchange(withAll(visitor.post().uri(path), parameters));
    }

    private static MockMvcRequestBuilder withAll(
            MockMvcRequestBuilder request, String... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    /** Sends a form. */
    MvcTestResult exchange(MockMvcRequestBuilder request) {
        return request.with(csrf()).exchange();
    }

    /** The token of the only mail about this account that waits. */
    static String mailedToken(String username) {
        return JDBC.sql("select link from imports.mail where username = ? order by id desc limit 1")
                .param(username)
                .query(String.class)
                .single()
                .replace("/choose-password?token=", "");
    }

    static int mails(String username) {
        return JDBC.sql("select count(*) from imports.mail where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }
}
