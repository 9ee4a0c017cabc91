package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpreadsheetTimesTests {

    private final SpreadsheetTimes times =
            new SpreadsheetTimes(new PortalSettings(ZoneId.of("Europe/London"), false));

    @Test
    void writesATimeAsASpreadsheetReadsIt() {
        assertThat(times.cell(Instant.parse("2026-07-04T22:13:59.123456Z")))
                .isEqualTo("2026-07-04 23:13");
        assertThat(times.cell(null)).isEmpty();
    }

    @Test
    void namesTheZoneInTheColumn() {
        assertThat(times.column("Enrolled")).isEqualTo("Enrolled (Europe/London)");
    }
}
