package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInPlaceTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8::1, 20010db800000000/64",
        "2001:db8:0:0:ffff:ffff:ffff:ffff, 20010db800000000/64",
        "2001:DB8:0:1::, 20010db800000001/64",
        "[2001:db8::1], 20010db800000000/64",
        "::1, 0000000000000000/64",
        "unknown, unknown",
        "a text of the sender's choice, unknown"
    })
    void areAddressesOrNetworksOfThem(String address, String place) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);

        assertThat(SignInPlace.of(request).address()).isEqualTo(place);
    }
}
