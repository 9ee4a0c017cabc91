package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTests {

    private static final WebhookSecret EXAMPLE = WebhookSecret.of(Webhooks.SECRET);

    /** The example with which the libraries of Standard Webhooks are tested. */
    @Test
    void signsTheExampleOfStandardWebhooksAsTheyDo() {
        assertThat(sign(EXAMPLE)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEachSecretWhileTheyChange() {
        WebhookSecret other = ofBytes(24);

        assertThat(sign(other, EXAMPLE)).isEqualTo(sign(other) + " " + sign(EXAMPLE));
    }

    @Test
    void takesFrom24To64Bytes() {
        assertThat(sign(ofBytes(24))).isNotEqualTo(sign(ofBytes(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> ofBytes(23));
        assertThatIllegalArgumentException().isThrownBy(() -> ofBytes(65));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_ü", "whsk_"})
    void isWhsecAndBase64(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.of(text));
    }

    private static String sign(WebhookSecret... secrets) {
        return WebhookSecret.signatures(
                List.of(secrets),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}");
    }

    private static WebhookSecret ofBytes(int number) {
        byte[] bytes = new byte[number];
        Arrays.fill(bytes, (byte) 7);
        return WebhookSecret.of("whsec_" + Base64.getEncoder().encodeToString(bytes));
    }
}
