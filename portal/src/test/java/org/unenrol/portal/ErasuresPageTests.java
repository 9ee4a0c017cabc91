package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.unenrol.portal.PortalDatabase.JDBC;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page on which a person's data is erased. */
class ErasuresPageTests extends PageTestCase {

    @BeforeEach
    void forgetErasures() {
        JDBC.sql("truncate imports.erasure").update();
    }

    @ParameterizedTest
    @CsvSource({"en, Under way, by global.admin", "de, Läuft, von global.admin"})
    void showsAnErasureThatHasBegun(String language, String state, String who) {
        assertThat(read("/erasures", language)).doesNotContain(state);

        erase("jo.marsh", "JO.marsh");

        assertThat(read("/erasures", language)).contains(state, who).doesNotContain("jo.marsh");
    }

    @Test
    void erasesNothingUnlessTheUsernameIsTypedTwice() {
        erase("jo.marsh", "jo.march");
        erase("", "");

        assertThat(JDBC.sql("select count(*) from imports.erasure").query(Integer.class).single())
                .isZero();
    }

    private void erase(String username, String again) {
        MvcTestResult answer =
                browser.post()
                        .uri("/erasures")
                        .param("username", username)
                        .param("again", again)
                        .with(as("global.admin"))
                        .with(csrf())
                        .exchange();
        assertThat(answer).hasStatus3xxRedirection();
    }
}
