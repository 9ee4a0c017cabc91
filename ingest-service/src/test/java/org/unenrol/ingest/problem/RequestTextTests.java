package org.unenrol.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a=1&b", "search=caf%C3%A9+noir", "search=%F0%9F%98%80", "a=%0d%0a"})
    void readsPercentEncodedUtf8(String query) {
        assertThat(RequestText.isText(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%00",
                "a=%ff",
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%ED%A0%80",
                "a=%C0%80",
                "%e2%82"
            })
    void refusesWhatIsNoTextThatCanBeKept(String query) {
        assertThat(RequestText.isText(query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/unenrol", "/a/b-c/", "/a, /b"})
    void takesPrefixesOfProxies(String prefix) {
        assertThat(RequestText.hasReadableHeaders(requestWithPrefix(prefix))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unenrol", "/a b", "https://elsewhere.example", "/a?b", "*"})
    void refusesPrefixesThatNoAddressCanHave(String prefix) {
        assertThat(RequestText.hasReadableHeaders(requestWithPrefix(prefix))).isFalse();
    }

    private static MockHttpServletRequest requestWithPrefix(String prefix) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-Prefix", prefix);
        return request;
    }
}
