package org.unenrol.portal;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the portal, {@code unenrol.portal.*}.
 *
 * @param timeZone in which times are shown, such as {@code Europe/London}; the machine's where none
 *     is given
 */
@ConfigurationProperties("unenrol.portal")
record PortalSettings(@Nullable ZoneId timeZone) {

    ZoneId zone() {
        return timeZone == null ? ZoneId.systemDefault() : timeZone;
    }
}
