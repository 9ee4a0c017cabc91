package org.unenrol.portal;

import java.time.ZoneId;

/** The portal's wording, for tests of what is said with it. */
public final class Wordings {

    private Wordings() {}

    /** With times as they are there. */
    public static Wording in(ZoneId zone) {
        return new Wording(new PortalSettings(zone, false));
    }
}
