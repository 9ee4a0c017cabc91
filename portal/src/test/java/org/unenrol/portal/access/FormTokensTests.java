package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

class FormTokensTests {

    @Test
    void areTakenFromWhereFormsAndScriptsPutThem() throws IOException {
        CsrfToken token = new FormTokens().generateToken(new MockHttpServletRequest());
        String script =
                new ClassPathResource("static/assets/import-dialog.js")
                        .getContentAsString(StandardCharsets.UTF_8);

        assertThat(script)
                .contains('"' + token.getHeaderName() + '"')
                .contains("elements." + token.getParameterName() + ".");
    }

    @Test
    void areSuchAsNobodyGuesses() {
        FormTokens tokens = new FormTokens();
        MockHttpServletRequest request = new MockHttpServletRequest();

        String token = tokens.generateToken(request).getToken();

        assertThat(token).matches("[A-Za-z0-9_-]{36}");
        assertThat(tokens.generateToken(request).getToken()).isNotEqualTo(token);
    }
}
