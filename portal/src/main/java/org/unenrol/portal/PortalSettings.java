package org.unenrol.portal;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the portal, {@code unenrol.portal.*}.
 *
 * @param timeZone in which times are shown, such as {@code Europe/London}; the machine's where none
 *     is given
 * @param reasonRequired whether a real run has to be given a reason
 */
@ConfigurationProperties("unenrol.portal")
public record PortalSettings(
        @Nullable ZoneId timeZone, @DefaultValue("false") boolean reasonRequired) {

    ZoneId zone() {
        return timeZone == null ? ZoneId.systemDefault() : timeZone;
    }
}
