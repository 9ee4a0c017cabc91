package org.unenrol.standalone;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The accounts of the sample organisation, each with a password of its own. */
enum SampleAccount {
    GLOBAL_ADMINISTRATOR("global.admin", "admin-password"),
    CONTENT_ADMINISTRATOR("content.admin", "content-admin-password"),
    LEARNER("amelia.hughes", "learner-password");

    private final String username;
    private final String name;

    SampleAccount(String username, String name) {
        this.username = username;
        this.name = name;
    }

    String username() {
        return username;
    }

    /** The name of the file in the data folder that has the password. */
    String file() {
        return name;
    }

    /** The setting of this program, as the environment has it. */
    String setting() {
        return "UNENROL_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting of the service that has the accounts. */
    String property() {
        return "unenrol.sample." + name;
    }

    @Nullable String given(StandaloneSettings settings) {
        return switch (this) {
            case GLOBAL_ADMINISTRATOR -> settings.adminPassword();
            case CONTENT_ADMINISTRATOR -> settings.contentAdminPassword();
            case LEARNER -> settings.learnerPassword();
        };
    }
}
