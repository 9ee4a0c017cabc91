package org.unenrol.ingest.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the way into the API, {@code unenrol.api.*}.
 *
 * @param basic whether usernames and passwords are taken, by HTTP Basic, besides tokens
 */
@ConfigurationProperties("unenrol.api")
record ApiAccessSettings(@DefaultValue("true") boolean basic) {}
