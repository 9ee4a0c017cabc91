package org.unenrol.sample;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for trying the product out, {@code unenrol.sample.*}.
 *
 * @param load whether to load the sample organisation into an empty platform
 * @param adminPassword the password to give to its accounts; none means that they keep theirs
 */
@ConfigurationProperties("unenrol.sample")
record SampleSettings(@DefaultValue("false") boolean load, @Nullable String adminPassword) {}
