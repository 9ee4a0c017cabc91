package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.unenrol.portal.access.SecondFactorSettings.Rule;

class SecondFactorSettingsTests {

    private static final String KEY = "S2V5cyBvZiB0aGUgdGVzdHMsIG9mIHRoaXJ0eS10d28uLi4=";

    @Test
    void sayWhichKeyIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Rule.COMPULSORY, Map.of(), null))
                .withMessageContaining("openssl rand -base64 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Rule.OPTIONAL, Map.of("k1", KEY, "k2", KEY), null))
                .withMessageContaining("second-factor-key ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Rule.OPTIONAL, Map.of("k1", KEY), "k2"))
                .withMessageContaining("k1");
    }

    @Test
    void refuseWhatIsNoKeyAndTellNone() {
        for (String wrong :
                new String[] {"c2hvcnQ=", "no base64 at all, and long enough for a key"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings(Rule.OPTIONAL, Map.of("k1", wrong), null))
                    .withMessageContaining("second-factor-keys.k1")
                    .withMessageNotContaining(wrong);
        }
        assertThat(settings(Rule.OPTIONAL, Map.of("k1", KEY), null).toString()).doesNotContain(KEY);
    }

    private static SecondFactorSettings settings(
            Rule rule, Map<String, String> keys, @Nullable String key) {
        return new SecondFactorSettings(rule, keys, key);
    }
}
