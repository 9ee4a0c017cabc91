package org.unenrol.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * A day and time of every year in the organisation's time zone, such as {@code 04-16T09:30}: so the
 * spring session is in spring, whenever it is loaded.
 */
record YearlyDate(String monthDayTime) {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Keeps what is past or to come so for a while in both directions. */
    private static final Period DISTANCE = Period.ofDays(14);

    enum Occurrence {
        PAST,
        NEXT;

        static Occurrence of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    Instant when(Occurrence occurrence, Instant now) {
        return occurrence == Occurrence.PAST ? lastBefore(now) : nextAfter(now);
    }

    private Instant lastBefore(Instant now) {
        ZonedDateTime latest = now.atZone(ZONE).minus(DISTANCE);
        ZonedDateTime thatYear = in(latest.getYear());
        return (thatYear.isAfter(latest) ? in(latest.getYear() - 1) : thatYear).toInstant();
    }

    private Instant nextAfter(Instant now) {
        ZonedDateTime earliest = now.atZone(ZONE).plus(DISTANCE);
        ZonedDateTime thatYear = in(earliest.getYear());
        return (thatYear.isBefore(earliest) ? in(earliest.getYear() + 1) : thatYear).toInstant();
    }

    private ZonedDateTime in(int year) {
        return LocalDateTime.parse(year + "-" + monthDayTime).atZone(ZONE);
    }
}
