package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;
import static org.unenrol.portal.PortalDatabase.SERVER;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInsTests {

    private final SignIns signIns = new SignIns(JDBC, SERVER.transactions());

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

    @Test
    void lookAtNoMoreTriesAtTheSameMomentThanAfterEachOther() throws InterruptedException {
        assertThat(lookedAt(60, i -> signIns.begin("ada", "here"))).isBetween(5L, 8L);
        assertThat(lookedAt(60, i -> signIns.begin("bob", "place " + i))).isBetween(30L, 32L);
        assertThat(lookedAt(60, i -> signIns.begin("account " + i, "there"))).isBetween(30L, 32L);
    }

    @Test
    void forgetAFewOldOnesWithEachFailure() {
        for (int i = 0; i < 25; i++) {
            fail("ada " + i, "place " + i, 1);
            signIns.succeeded("bob " + i, "place " + i);
        }
        pass(Duration.ofDays(181));

        fail("eve", "here", 1);
        assertThat(count()).isEqualTo(31);
        fail("eve", "here", 2);
        assertThat(count()).isEqualTo(1);
    }

    private static long count() {
        return JDBC.sql("select count(*) from portal.sign_in").query(Long.class).single();
    }

    private static long lookedAt(int tries, IntFunction<Duration> attempt)
            throws InterruptedException {
        AtomicInteger lookedAt = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(tries);
        for (int i = 0; i < tries; i++) {
            int number = i;
            people.execute(
                    () -> {
                        if (attempt.apply(number).isZero()) {
                            lookedAt.incrementAndGet();
                        }
                    });
        }
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return lookedAt.get();
    }

    private void fail(String account, String place, int times) {
        for (int i = 0; i < times; i++) {
            waitAsLongAsNeeded(account, place);
            assertThat(signIns.begin(account, place)).isZero();
        }
    }

    private static void waitAsLongAsNeeded(String account, String place) {
        JDBC.sql(
                        """
                        update portal.sign_in set failed_at = least(failed_at, now() - interval '10 minutes')
                        where account = :account and place = :place
                        """)
                .param("account", account)
                .param("place", place)
                .update();
    }

    private static void pass(Duration time) {
        SERVER.letPass(time, "portal.sign_in", "failed_at", "succeeded_at");
    }
}
