package org.unenrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.unenrol.audit.AuditDatabase.JDBC;
import static org.unenrol.audit.AuditDatabase.TRAIL;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class CountedEventsTests {

    private static final AuditEvent REFUSED =
            AuditEvent.of(AuditKind.REFUSED).with(AuditDetail.STATUS, 404);

    private final MovedClock clock = new MovedClock();
    private final CountedEvents events = new CountedEvents(TRAIL, clock);

    @BeforeEach
    void clear() {
        AuditDatabase.clear();
    }

    @Test
    void recordsTheFirstAtOnceAndAfterAMinuteHowManyMoreThereWere() {
        note(5, from("192.0.2.1"));
        assertThat(events.write()).isTrue();
        assertThat(events.write()).isFalse();
        assertThat(times()).containsExactly("1");

        clock.pass(Duration.ofMinutes(1));
        events.write();
        assertThat(times()).containsExactly("1", "4");

        note(1, from("192.0.2.1"));
        events.write();
        assertThat(times()).containsExactly("1", "4", "1");
    }

    @Test
    void countsWhatIsNotAlikeByItself() {
        note(2, from("192.0.2.1"));
        note(1, from("192.0.2.2"));
        events.note(REFUSED.with(AuditDetail.STATUS, 403), from("192.0.2.1"));
        events.close();

        assertThat(times()).containsExactlyInAnyOrder("1", "1", "1", "1");
    }

    @Test
    void recordsNoMoreThanSoManyHoweverManyAddressesThereAre() {
        for (int i = 0; i < 5_000; i++) {
            note(1, from("address " + i));
        }
        events.write();
        clock.pass(Duration.ofMinutes(1));
        events.write();

        assertThat(times()).hasSize(CountedEvents.MOST + 2).contains("4799");
    }

    @Test
    void keepsWhatCannotBeRecordedForLater() {
        note(2, from("192.0.2.1"));
        JDBC.sql("alter table audit.entry rename to entry_away").update();
        try {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(events::write);
        } finally {
            JDBC.sql("alter table audit.entry_away rename to entry").update();
        }
        note(1, from("192.0.2.1"));

        events.write();
        events.close();

        assertThat(times()).containsExactly("1", "2");
    }

    private void note(int times, Origin origin) {
        for (int i = 0; i < times; i++) {
            events.note(REFUSED, origin);
        }
    }

    private static Origin from(String address) {
        return new Origin(null, Via.PORTAL, null, address);
    }

    private static List<String> times() {
        return JDBC.sql("select coalesce(details ->> 'times', '1') from audit.entry order by id")
                .query(String.class)
                .list();
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
