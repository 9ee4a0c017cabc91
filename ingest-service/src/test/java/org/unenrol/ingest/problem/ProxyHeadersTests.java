package org.unenrol.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ProxyHeadersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    X-Forwarded-Prefix | /
                    X-Forwarded-Prefix | /a/b-c/
                    X-Forwarded-Prefix | /a, /b
                    X-Forwarded-Proto  | https
                    X-Forwarded-Proto  | https, http
                    X-Forwarded-Host   | unenrol.example:8443
                    X-Forwarded-Host   | [2001:db8::1]:8080
                    Forwarded          | for=192.0.2.60;proto=https;host="unenrol.example:8443"
                    """)
    void takesWhatAnAddressCanHave(String name, String value) {
        assertThat(ProxyHeaders.areReadable(request(name, value))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    X-Forwarded-Prefix | unenrol
                    X-Forwarded-Prefix | /a b
                    X-Forwarded-Prefix | /a?b
                    X-Forwarded-Proto  | *
                    X-Forwarded-Proto  | 0
                    X-Forwarded-Proto  | https, é
                    X-Forwarded-Host   | W/"x"
                    X-Forwarded-Host   | a b
                    X-Forwarded-Host   | [
                    X-Forwarded-Host   | a:b
                    Forwarded          | for=192.0.2.60; Proto="*"
                    Forwarded          | host="a b"
                    """)
    void refusesWhatNoAddressCanHave(String name, String value) {
        assertThat(ProxyHeaders.areReadable(request(name, value))).isFalse();
    }

    private static MockHttpServletRequest request(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(name, value);
        return request;
    }
}
