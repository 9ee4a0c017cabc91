package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class RecordKeysTests {

    private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void signsWithTheOnlyKeyUnlessOneIsNamed() {
        assertThat(keys(Map.of("k1", SECRET), null).signing().name()).isEqualTo("k1");
        assertThat(keys(Map.of("k1", SECRET, "k2", SECRET), "k2").signing().name()).isEqualTo("k2");
    }

    @Test
    void takesTheLineEndOfAFileForNoPartOfTheKey() {
        assertThat(keys(Map.of("k1", SECRET + "\n"), null).signing().name()).isEqualTo("k1");
    }

    @Test
    void refusesToBeWithoutAKey() {
        refuses(Map.of(), null, "make one with \"openssl rand -base64 32\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "c2hvcnQ=", "a password of more than thirty-two bytes!"})
    void refusesAKeyThatIsTooShortOrNone(String secret) {
        refuses(Map.of("k1", secret), null, "unenrol.records.keys.k1 is not base64 of 32 bytes");
    }

    @Test
    void refusesToGuessWhichKeyToSignWith() {
        refuses(Map.of("k1", SECRET, "k2", SECRET), null, "set it to one of k1, k2");
        refuses(Map.of("k1", SECRET), "k2", "set it to one of k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "", "a b"})
    void refusesANameThatDoesNotFitIntoAHeader(String name) {
        refuses(Map.of(name, SECRET), null, "A name under unenrol.records.keys");
    }

    /** As {@code docs/security.md} has it. */
    @Test
    void takesAKeyFromAFile(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("unenrol.records.keys.k1"), SECRET + "\n");

        try (ConfigurableApplicationContext service =
                service("--spring.config.import=configtree:" + secrets + "/")) {
            assertThat(service.getBean(RecordKeys.class).signing().name()).isEqualTo("k1");
        }
    }

    @Test
    void takesAKeyFromTheEnvironment() {
        StandardEnvironment machine = new StandardEnvironment();
        machine.getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("UNENROL_RECORDS_KEYS_K1", SECRET)));

        assertThat(Binder.get(machine).bindOrCreate("unenrol.records", RecordSettings.class).keys())
                .isEqualTo(Map.of("k1", SECRET));
    }

    @Test
    void keepsSecretsOutOfWhatIsPrinted() {
        assertThat(new RecordSettings(Map.of("k1", SECRET), "k1").toString())
                .doesNotContain(SECRET);
    }

    @ExtendWith(OutputCaptureExtension.class)
    @Test
    void keepsAServiceFromStartingWithOneSentence(CapturedOutput output) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> service("--unenrol.records.keys.k1=c2hvcnQ="));

        assertThat(output)
                .contains("unenrol.records.keys.k1 is not base64 of 32 bytes or more: make a key")
                .doesNotContain("c2hvcnQ=")
                .doesNotContain("\tat org.");
    }

    private static ConfigurableApplicationContext service(String argument) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(argument);
    }

    private static RecordKeys keys(Map<String, String> keys, @Nullable String signing) {
        return new RecordKeys(new RecordSettings(keys, signing));
    }

    private static void refuses(
            Map<String, String> keys, @Nullable String signing, String sentence) {
        assertThatExceptionOfType(RecordKeysException.class)
                .isThrownBy(() -> keys(keys, signing))
                .withMessageContaining(sentence);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import(MessagingConfiguration.class)
    static class Service {}
}
