package org.unenrol.ingest.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what stands before the service, {@code unenrol.http.*}.
 *
 * @param trustedProxies the addresses of the proxies that are believed about where a request comes
 *     from, or ranges of them in CIDR notation; none by default
 */
@ConfigurationProperties("unenrol.http")
record ProxySettings(@DefaultValue List<String> trustedProxies) {

    ProxySettings {
        for (String range : trustedProxies) {
            try {
                new TrustedProxies(List.of(range));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "unenrol.http.trusted-proxies: "
                                + range
                                + " is no IP address and no range of them such as 10.0.0.0/8",
                        e);
            }
        }
    }

    TrustedProxies proxies() {
        return new TrustedProxies(trustedProxies);
    }
}
