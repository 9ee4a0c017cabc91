package org.unenrol.ingest.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class UpstreamSettingsTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void needNoSource() {
        service.run(
                context -> assertThat(context.getBean(UpstreamSettings.class).names()).isEmpty());
    }

    @Test
    void verifyOnlyUnlessASourceMayDoMore() {
        service.withPropertyValues("unenrol.upstream.sources.hr.account=ada")
                .run(
                        context -> {
                            UpstreamSettings.Source hr =
                                    context.getBean(UpstreamSettings.class).source("hr");
                            assertThat(hr.modes()).hasToString("[VERIFY_ONLY]");
                            assertThat(hr.completionAddress("a@example.org"))
                                    .isEqualTo("a@example.org");
                            assertThat(hr.languageOr(null)).isEqualTo("en");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    unenrol.upstream.sources.hr_1.account=ada                                            | name a source by small letters
                    unenrol.upstream.sources.hr-dlt.account=ada                                          | not with -dlt at the end
                    unenrol.upstream.sources.hr.modes=APPLY                                              | sources.hr.account is missing
                    unenrol.upstream.sources.hr.account=ada,unenrol.upstream.sources.hr.most-rows=0      | set it to one or more
                    """)
    void areRefusedWithWhatIsWrong(String settings, String message) {
        service.withPropertyValues(settings.split(","))
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UpstreamSettings.class)
    static class Settings {}
}
