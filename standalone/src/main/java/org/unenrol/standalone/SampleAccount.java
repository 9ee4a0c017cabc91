package org.unenrol.standalone;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The accounts of the sample organisation, each with a password of its own. */
enum SampleAccount {
    GLOBAL_ADMINISTRATOR("global.admin", "admin-password", StandaloneSettings::adminPassword),
    CONTENT_ADMINISTRATOR(
            "content.admin", "content-admin-password", StandaloneSettings::contentAdminPassword),
    LEARNER("amelia.hughes", "learner-password", StandaloneSettings::learnerPassword);

    private final String username;
    private final String name;
    private final Function<StandaloneSettings, @Nullable String> given;

    SampleAccount(
            String username, String name, Function<StandaloneSettings, @Nullable String> given) {
        this.username = username;
        this.name = name;
        this.given = given;
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
        return given.apply(settings);
    }
}
