package org.unenrol.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
