package org.unenrol.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.LocaleResolver;

class LanguageConfigurationTests {

    @ParameterizedTest
    @CsvSource({
        "'en,de', de, de",
        "'en,de', 'de-AT,de;q=0.9', de",
        "'en,de', 'fr,de;q=0.8,en;q=0.5', de",
        "'en,de', en-US, en",
        "'en,de', fr, en",
        "'en,de', , en",
        "'de,en', fr, de",
        "en, de, en"
    })
    void choosesOneOfTheLanguagesOffered(String offered, String accepted, String language) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (accepted != null) {
            request.addHeader("Accept-Language", accepted);
        }

        assertThat(resolver(offered).resolveLocale(request).getLanguage()).isEqualTo(language);
    }

    @Test
    void refusesToOfferALanguageThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolver("en,fr"))
                .withMessageContaining("unenrol.languages has fr")
                .withMessageContaining("en, de");
    }

    private static LocaleResolver resolver(String offered) {
        return new LanguageConfiguration().localeResolver(List.of(offered.split(",")));
    }
}
