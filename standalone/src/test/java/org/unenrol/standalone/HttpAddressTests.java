package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:8080",
        "0.0.0.0, http://localhost:8080",
        "'::', http://localhost:8080",
        "'::1', http://localhost:8080",
        "192.0.2.7, http://192.0.2.7:8080",
        "127.0.0.2, http://127.0.0.2:8080",
        "2001:db8::7, http://[2001:db8:0:0:0:0:0:7]:8080"
    })
    void saysWhereABrowserFindsIt(String address, String url) {
        assertThat(HttpAddress.of(new GivenSettings("--server.address=" + address)).url(8080))
                .isEqualTo(url);
    }

    @Test
    void isOnThisMachineOnlyUnlessSomebodyChoosesOtherwise() {
        HttpAddress usual = HttpAddress.of(new GivenSettings("--server.port=1234"));

        assertThat(usual.argument()).isEqualTo("--server.address=127.0.0.1");
        assertThat(usual.wanted().number()).isEqualTo(1234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "8080x", "-1", "65536"})
    void refusesWhatIsNoPort(String port) {
        assertThatRuntimeException()
                .isThrownBy(
                        () -> HttpAddress.of(new GivenSettings("--server.port=" + port)).wanted())
                .withMessage(
                        "SERVER_PORT is \""
                                + port
                                + "\", which is not a port: set it to a number from 1 to 65535, or"
                                + " to 0 for any free port.");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> HttpAddress.of(new GivenSettings("--server.address=no such")))
                .withMessageStartingWith("SERVER_ADDRESS is \"no such\", which is no address");
    }
}
