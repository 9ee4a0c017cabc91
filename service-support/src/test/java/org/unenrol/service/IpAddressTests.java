package org.unenrol.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::, 0:0:0:0:0:0:0:0",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1"
    })
    void isRead(String text, String address) {
        assertThat(IpAddress.parse(text).map(InetAddress::getHostAddress)).hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "fe80",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4:80",
                "[::1",
                "[1.2.3.4]",
                ":",
                "1::2::3",
                "unknown",
                "_hidden"
            })
    void isNoneWhereATextIsSomethingElse(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
