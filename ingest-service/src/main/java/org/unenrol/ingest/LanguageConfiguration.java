package org.unenrol.ingest;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.unenrol.wording.Messages;

/** Chooses the language of each request by its Accept-Language (RFC 9110, section 12.5.4). */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    /**
     * Offers the languages of {@code unenrol.languages}; the first is for those who ask for none of
     * them.
     */
    @Bean
    LocaleResolver localeResolver(@Value("${unenrol.languages:en,de}") List<String> languages) {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(
                languages.stream().map(LanguageConfiguration::checked).toList());
        resolver.setDefaultLocale(checked(languages.get(0)));
        return resolver;
    }

    private static Locale checked(String language) {
        if (!Messages.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "unenrol.languages has %s: the languages that there are, are %s"
                            .formatted(language, String.join(", ", Messages.LANGUAGES)));
        }
        return Locale.forLanguageTag(language);
    }
}
