package org.unenrol.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.Result;
import org.unenrol.wording.FileMessages;
import org.unenrol.wording.Messages;
import org.unenrol.wording.OutcomeMessages;

/** How the portal writes numbers, dates and times: as people in Britain do. */
@Component("wording")
public class Wording {

    private static final double KILO = 1000;
    private static final long SECONDS_TOLD = 90;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;

    private final DateTimeFormatter date;
    private final DateTimeFormatter dateTime;

    Wording(PortalSettings settings) {
        date = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).withZone(settings.zone());
        dateTime =
                DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.UK)
                        .withZone(settings.zone());
    }

    public String date(Instant instant) {
        return date.format(instant);
    }

    public String dateTime(Instant instant) {
        return dateTime.format(instant);
    }

    public String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** Such as "1 row" and "1,204 rows". */
    public String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    /** Such as "about 40 seconds"; no more exact than somebody wants to know. */
    public String duration(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds <= SECONDS_TOLD) {
            return count(seconds, "second");
        }
        long minutes = (seconds + SECONDS_PER_MINUTE / 2) / SECONDS_PER_MINUTE;
        return minutes <= 2 * MINUTES_PER_HOUR
                ? count(minutes, "minute")
                : count((minutes + MINUTES_PER_HOUR / 2) / MINUTES_PER_HOUR, "hour");
    }

    /** Such as "100 MB", in thousands, as file managers count. */
    public String size(long bytes) {
        if (bytes < KILO) {
            return count(bytes, "byte");
        }
        return bytes < KILO * KILO
                ? String.format(Locale.UK, "%.0f kB", bytes / KILO)
                : String.format(Locale.UK, "%.1f MB", bytes / KILO / KILO).replace(".0 ", " ");
    }

    /** A few words for an outcome, in the language of the request. */
    public String outcome(OutcomeCode code) {
        return messages().name(code);
    }

    /** What has become of a row in sentences, in the language of the request. */
    public String sentence(RecordedOutcome recorded) {
        return recorded.sentence(messages());
    }

    /** What was assumed about a file, in the language of the request. */
    public String reading(Reading reading) {
        return reading.sentence(FileMessages.in(language()));
    }

    /** Why an import could not be finished, in the language of the request. */
    public String damage(Damage damage) {
        return damage.sentence(Messages.in(language()));
    }

    private static OutcomeMessages messages() {
        return OutcomeMessages.in(language());
    }

    private static String language() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }

    public String result(Result result) {
        return switch (result) {
            case PASSED -> "Passed";
            case COMPLETED -> "Completed";
            case ATTENDED -> "Attended";
            case ABSENT -> "Absent";
        };
    }

    public String enrolment(EnrolmentState state) {
        return switch (state) {
            case ENROLLED -> "Enrolled";
            case UNENROLLED -> "Unenrolled";
            case NEVER -> "Never enrolled";
        };
    }

    public String state(ImportState state) {
        return switch (state) {
            case PROCESSING -> "Processing";
            case BUILDING_RESULTS -> "Building results";
            case COMPLETED -> "Completed";
            case CANCELLED -> "Cancelled";
            case FAILED -> "Failed";
        };
    }
}
