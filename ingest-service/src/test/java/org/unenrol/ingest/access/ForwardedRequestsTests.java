package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ForwardedRequestsTests {

    private static final String PROXY = "10.0.0.7";

    private final ForwardedRequests filter =
            new ForwardedRequests(new TrustedProxies(List.of("10.0.0.0/8", "2001:db8:1::/48")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    X-Forwarded-For | 192.0.2.1
                    Forwarded       | for=192.0.2.1;proto=https;host=elsewhere.example
                    """)
    void areNotBelievedFromAnybody(String header, String value) throws Exception {
        HttpServletRequest seen = seen("198.51.100.1", header, value, "X-Forwarded-Host", "evil");

        assertThat(seen.getRemoteAddr()).isEqualTo("198.51.100.1");
        assertThat(seen.getServerName()).isEqualTo("localhost");
        assertThat(seen.getScheme()).isEqualTo("http");
        assertThat(seen.getHeader(header)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    X-Forwarded-For | 192.0.2.1                                | 192.0.2.1
                    X-Forwarded-For | 192.0.2.1, 10.1.1.1                      | 192.0.2.1
                    X-Forwarded-For | 203.0.113.9, 192.0.2.1                   | 192.0.2.1
                    X-Forwarded-For | 10.9.9.9, 192.0.2.1:4711, 10.1.1.1       | 192.0.2.1
                    X-Forwarded-For | 192.0.2.1, [2001:db8:1::5]:443, 10.1.1.1 | 192.0.2.1
                    X-Forwarded-For | 192.0.2.1, unknown, 10.1.1.1             | unknown
                    X-Forwarded-For | 2001:db8::9, 10.1.1.1                    | [2001:db8::9]
                    X-Forwarded-For | 10.2.2.2, 10.1.1.1                       | 10.2.2.2
                    Forwarded       | for=203.0.113.9, for=192.0.2.1           | 192.0.2.1
                    Forwarded       | for=192.0.2.1;by=x, For="10.1.1.1:8080"  | 192.0.2.1
                    Forwarded       | for=192.0.2.1, for="[2001:db8:1::5]:443" | 192.0.2.1
                    """)
    void tellTheLastAddressThatIsOfNoTrustedProxy(String header, String value, String client)
            throws Exception {
        assertThat(seen(PROXY, header, value).getRemoteAddr()).isEqualTo(client);
    }

    @Test
    void tellTheAddressThatWasAskedFor() throws Exception {
        HttpServletRequest seen =
                seen(
                        "2001:db8:1:ffff::1",
                        "X-Forwarded-Host",
                        "unenrol.example",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Prefix",
                        "/learning");

        assertThat(seen.getRequestURL()).hasToString("https://unenrol.example/learning/imports");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRemoteAddr()).isEqualTo("2001:db8:1:ffff::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0", ""})
    void needAddressesOfProxies(String range) {
        assertThatThrownBy(() -> new ProxySettings(List.of("10.0.0.1", range)))
                .hasMessageContaining("unenrol.http.trusted-proxies: " + range)
                .hasMessageContaining("10.0.0.0/8");
    }

    private HttpServletRequest seen(String remoteAddress, String... headers)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/imports");
        request.setRemoteAddr(remoteAddress);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
