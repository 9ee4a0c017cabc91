package org.unenrol.sample;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for trying the product out, {@code unenrol.sample.*}. An account for which no password
 * is given keeps its own, and without any cannot sign in.
 *
 * @param load whether to load the sample organisation into an empty platform
 * @param adminPassword the password to give to its Global administrator, {@code global.admin}
 * @param contentAdminPassword to its Content administrator, {@code content.admin}
 * @param learnerPassword to {@code amelia.hughes}, who may sign in and do nothing
 */
@ConfigurationProperties("unenrol.sample")
record SampleSettings(
        @DefaultValue("false") boolean load,
        @Nullable String adminPassword,
        @Nullable String contentAdminPassword,
        @Nullable String learnerPassword) {}
