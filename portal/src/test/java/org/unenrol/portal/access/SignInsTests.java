package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;
import static org.unenrol.portal.PortalDatabase.SERVER;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInsTests {

    private final SignIns signIns = new SignIns(JDBC);

    @BeforeEach
    void clear() {
        JDBC.sql("truncate portal.sign_in").update();
    }

    @Test
    void waitLongerWithEachFailureFromTheFifthOn() {
        fail("ada", "here", 4);
        assertThat(signIns.timeToWait("ada", "here")).isZero();

        fail("ada", "here", 1);
        assertThat(signIns.timeToWait("ada", "here")).isEqualTo(Duration.ofSeconds(1));
        fail("ada", "here", 3);
        assertThat(signIns.timeToWait("ada", "here")).isEqualTo(Duration.ofSeconds(8));
        fail("ada", "here", 20);
        assertThat(signIns.timeToWait("ada", "here")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void holdUpNobodyForLongWhereTheClockHasBeenPutBack() {
        fail("ada", "here", 8);

        pass(Duration.ofHours(-3));

        assertThat(signIns.timeToWait("ada", "here")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void forgetFailuresAfterAQuarterOfAnHour() {
        fail("ada", "here", 8);

        pass(Duration.ofMinutes(16));

        assertThat(signIns.timeToWait("ada", "here")).isZero();
        fail("ada", "here", 1);
        assertThat(signIns.timeToWait("ada", "here")).isZero();
    }

    @Test
    void waitWhereOneAccountIsTriedFromManyPlaces() {
        for (int i = 0; i < 30; i++) {
            fail("ada", "place " + i, 1);
        }

        assertThat(signIns.timeToWait("ada", "elsewhere")).isPositive();
        assertThat(signIns.timeToWait("bob", "elsewhere")).isZero();
        signIns.succeeded("ada", "home");
        assertThat(signIns.timeToWait("ada", "home")).isZero();
    }

    @Test
    void areForgottenWithASuccess() {
        fail("ada", "here", 8);
        assertThat(signIns.hasSucceeded("ada", "here")).isFalse();

        signIns.succeeded("ada", "here");

        assertThat(signIns.timeToWait("ada", "here")).isZero();
        assertThat(signIns.hasSucceeded("ada", "here")).isTrue();
    }

    @Test
    void areNotKeptForEver() {
        fail("ada", "here", 1);
        signIns.succeeded("bob", "here");
        pass(Duration.ofDays(2));

        fail("eve", "here", 1);

        assertThat(JDBC.sql("select account from portal.sign_in").query(String.class).list())
                .containsExactlyInAnyOrder("bob", "eve");
    }

    private void fail(String account, String place, int times) {
        for (int i = 0; i < times; i++) {
            signIns.failed(account, place);
        }
    }

    private static void pass(Duration time) {
        SERVER.letPass(time, "portal.sign_in", "failed_at", "succeeded_at");
    }
}
