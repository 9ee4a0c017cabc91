package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class PasskeyAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://unenrol.example/portal, true, unenrol.example, https://unenrol.example",
        "https://unenrol.example:8443, true, unenrol.example, https://unenrol.example:8443",
        "http://localhost:8080, true, localhost, http://localhost:8080",
        "http://unenrol.example, false, unenrol.example, http://unenrol.example",
        "https://192.0.2.1, false, 192.0.2.1, https://192.0.2.1"
    })
    void isFitWhereBrowsersMakePasskeys(String portal, boolean fit, String host, String origin) {
        PasskeyAddress address =
                new PasskeyAddress(
                        new MockEnvironment().withProperty("unenrol.mail.portal-url", portal));

        assertThat(address.isFit()).isEqualTo(fit);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.origin()).isEqualTo(origin);
    }
}
