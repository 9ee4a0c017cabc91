package org.unenrol.portal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class AccountLimitsTests {

    private static final LimitSettings SETTINGS = new LimitSettings(500, 2, 1);

    private final AccountLimits limits = new AccountLimits(SETTINGS, null);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void turnAwayWhatIsTooMuchForOneAccountUntilSomeOfItHasEnded() throws Exception {
        MockHttpServletRequest first = begin("ada", "send");
        begin("ada", "send");

        assertThatExceptionOfType(TooMuchAtATimeException.class)
                .isThrownBy(() -> begin("ada", "send"))
                .satisfies(e -> assertThat(e.limit()).isEqualTo(Limit.UPLOADS))
                .satisfies(e -> assertThat(e.most()).isEqualTo(2));
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        begin("bo", "send");
        begin("ada", "fetch");

        end(first);
        begin("ada", "send");
    }

    @Test
    void countNothingOfACallThatIsTurnedAway() throws Exception {
        MockHttpServletRequest fetching = begin("ada", "fetch");
        for (int i = 0; i < 9; i++) {
            assertThatExceptionOfType(TooMuchAtATimeException.class)
                    .isThrownBy(() -> begin("ada", "sendAndFetch"));
        }

        end(fetching);
        end(begin("ada", "sendAndFetch"));
        begin("ada", "send");
        begin("ada", "send");
    }

    @Test
    void countACallOnceThatEndsTwice() throws Exception {
        MockHttpServletRequest fetching = begin("ada", "fetch");
        end(fetching);
        begin("ada", "fetch");

        end(fetching);

        assertThatExceptionOfType(TooMuchAtATimeException.class)
                .isThrownBy(() -> begin("ada", "fetch"));
    }

    @Test
    void letOtherCallsPass() throws Exception {
        for (int i = 0; i < 9; i++) {
            begin("ada", "other");
            begin(null, "send");
        }
    }

    private MockHttpServletRequest begin(String account, String method) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteUser(account);
        limits.preHandle(
                request, response, new HandlerMethod(new Calls(), Calls.class.getMethod(method)));
        return request;
    }

    private void end(MockHttpServletRequest request) {
        limits.afterCompletion(request, response, this, null);
    }

    /** A controller. */
    public static class Calls {

        @Limited(Limit.UPLOADS)
        public void send() {}

        @Limited(Limit.DOWNLOADS)
        public void fetch() {}

        @Limited({Limit.UPLOADS, Limit.DOWNLOADS})
        public void sendAndFetch() {}

        public void other() {}
    }
}
