package org.unenrol.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.unenrol.account.Role;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;
import org.unenrol.platform.Activity;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.Result;
import org.unenrol.wording.FileMessages;
import org.unenrol.wording.OutcomeMessages;

/** The words, numbers, dates and times of the portal, in the language of the request. */
@Component("wording")
public class Wording {

    private static final double KILO = 1000;
    private static final long SECONDS_TOLD = 90;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;

    private final ZoneId zone;

    Wording(PortalSettings settings) {
        zone = settings.zone();
    }

    /** A message, with values as they are. */
    public String text(String key, Object... values) {
        return RequestLanguage.text(key, values);
    }

    /** A message that has tags of its own: values are text, whatever stands in them. */
    public String html(String key, Object... values) {
        return text(
                key,
                Arrays.stream(values)
                        .map(
                                value ->
                                        value instanceof Number
                                                ? value
                                                : HtmlUtils.htmlEscape(String.valueOf(value)))
                        .toArray());
    }

    /** The zone in which times are shown. */
    public ZoneId zone() {
        return zone;
    }

    public String date(Instant instant) {
        return format("portal.format.date").format(instant);
    }

    public String dateTime(Instant instant) {
        return format("portal.format.date-time").format(instant);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(text(pattern), locale()).withZone(zone);
    }

    public String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** Of the language, with the country whose customs are followed. */
    private Locale locale() {
        return Locale.forLanguageTag(text("portal.language"));
    }

    /** Such as "40 seconds"; no more exact than somebody wants to know. */
    public String duration(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds <= SECONDS_TOLD) {
            return text("portal.seconds", seconds);
        }
        long minutes = (seconds + SECONDS_PER_MINUTE / 2) / SECONDS_PER_MINUTE;
        return minutes <= 2 * MINUTES_PER_HOUR
                ? text("portal.minutes", minutes)
                : text("portal.hours", (minutes + MINUTES_PER_HOUR / 2) / MINUTES_PER_HOUR);
    }

    /** Such as "100 MB", in thousands, as file managers count. */
    public String size(long bytes) {
        if (bytes < KILO) {
            return text("portal.bytes", bytes);
        }
        return bytes < KILO * KILO
                ? text("portal.kilobytes", bytes / KILO)
                : text("portal.megabytes", bytes / KILO / KILO);
    }

    /** A few words for an outcome. */
    public String outcome(OutcomeCode code) {
        return outcomes().name(code);
    }

    /** The outcome of a row in sentences. */
    public String sentence(RecordedOutcome recorded) {
        return recorded.sentence(outcomes());
    }

    private static OutcomeMessages outcomes() {
        return OutcomeMessages.in(RequestLanguage.tag());
    }

    /** The assumptions about a file. */
    public String reading(Reading reading) {
        return reading.sentence(FileMessages.in(RequestLanguage.tag()));
    }

    /** Tells why an import could not be finished. */
    public String damage(Damage damage) {
        return damage.sentence(RequestLanguage.messages());
    }

    public String role(Role role) {
        return text("portal.role." + role);
    }

    public String kind(Activity.Kind kind) {
        return text("portal.kind." + kind);
    }

    public String result(Result result) {
        return text("portal.result." + result);
    }

    public String enrolment(EnrolmentState state) {
        return text("portal.enrolment." + state);
    }

    public String state(ImportState state) {
        return text("portal.state." + state);
    }
}
