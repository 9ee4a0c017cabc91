package org.unenrol.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Times as a spreadsheet reads them, whatever its language, in the zone in which the portal shows
 * them. A cell has no room for the zone: the name of the column tells it.
 */
@Component
public class SpreadsheetTimes {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;

    SpreadsheetTimes(PortalSettings settings) {
        this.zone = settings.zone();
    }

    /** Such as "Enrolled (Europe/London)". */
    public String column(String name) {
        return RequestLanguage.text("portal.column.in-zone", name, zone.getId());
    }

    /** Such as "2026-07-04 23:13"; empty where there is no time. */
    public String cell(@Nullable Instant time) {
        return time == null ? "" : MINUTES.withZone(zone).format(time);
    }
}
