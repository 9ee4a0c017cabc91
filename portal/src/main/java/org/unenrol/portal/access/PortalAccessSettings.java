package org.unenrol.portal.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the way in, {@code unenrol.portal.access.*}.
 *
 * @param longestSession so long after a sign-in its session ends, however much it is used
 * @param password whether people sign in with passwords of their own here
 */
@ConfigurationProperties("unenrol.portal.access")
record PortalAccessSettings(
        @DefaultValue("12h") Duration longestSession, @DefaultValue("true") boolean password) {}
