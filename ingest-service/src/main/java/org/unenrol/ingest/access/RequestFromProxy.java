package org.unenrol.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request whose lists of forwardings are cut to the one that counts. Each proxy adds at the right
 * to whatever it was sent, so only what stands right of the first untrusted address was written by
 * a proxy that is trusted.
 */
final class RequestFromProxy extends HttpServletRequestWrapper {

    private final TrustedProxies proxies;

    RequestFromProxy(HttpServletRequest request, TrustedProxies proxies) {
        super(request);
        this.proxies = proxies;
    }

    @Override
    public @Nullable String getHeader(String name) {
        List<String> values = Collections.list(getHeaders(name));
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "forwarded" -> Collections.enumeration(client(name).toList());
            case "x-forwarded-for" ->
                    Collections.enumeration(client(name).map(TrustedProxies::address).toList());
            default -> super.getHeaders(name);
        };
    }

    private Stream<String> client(String name) {
        List<String> forwardings =
                Collections.list(super.getHeaders(name)).stream()
                        .flatMap(values -> Stream.of(values.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
        return proxies.client(forwardings).stream();
    }
}
