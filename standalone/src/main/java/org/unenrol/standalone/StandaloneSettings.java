package org.unenrol.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Settings of the standalone program, {@code unenrol.*} as system properties or {@code UNENROL_*}
 * in the environment. A port of 0 means a free one.
 *
 * @param dataDir where all data is kept
 * @param adminPassword the password of the sample accounts; generated where it is not given
 */
public record StandaloneSettings(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("19092") int kafkaPort,
        @DefaultValue("15432") int postgresPort,
        @DefaultValue("3025") int smtpPort,
        @Nullable String adminPassword) {

    static StandaloneSettings fromEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("unenrol", StandaloneSettings.class);
    }
}
