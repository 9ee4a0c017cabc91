package org.unenrol.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class RetentionSettingsTests {

    @Test
    void haveSafeDefaults() {
        assertThat(
                        Binder.get(new MockEnvironment())
                                .bindOrCreate("unenrol.retention", RetentionSettings.class))
                .isEqualTo(Purges.KEPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mails    | 1h   | Set it to a day or more
                    results  | 91d  | no more than unenrol.retention.uploads, which is 90d
                    uploads  | 100d | no more than unenrol.retention.outcomes, which is 90d
                    outcomes | 800d | no more than unenrol.retention.imports, which is 730d
                    mails    | 800d | no more than unenrol.retention.imports, which is 730d
                    """)
    void refuseWhatContradictsItself(String name, String value, String sentence) {
        Binder binder =
                new Binder(
                        new MapConfigurationPropertySource(
                                Map.of("unenrol.retention." + name, value)));

        assertThatThrownBy(() -> binder.bindOrCreate("unenrol.retention", RetentionSettings.class))
                .rootCause()
                .hasMessageContaining("unenrol.retention." + name)
                .extracting("reason")
                .asString()
                .contains(sentence);
    }
}
