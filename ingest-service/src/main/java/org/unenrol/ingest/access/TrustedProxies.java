package org.unenrol.ingest.access;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.unenrol.service.IpAddress;

/** The proxies that are believed about where a request comes from. */
final class TrustedProxies {

    private static final Pattern NODE =
            Pattern.compile("(?i)(?:^|;)\\s*+for\\s*+=\\s*+\"?+([^\";]++)");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([\\d.]++):\\d++");
    private static final Pattern IPV6_IN_BRACKETS = Pattern.compile("\\[([^]]++)](?::\\d++)?+");

    private final List<InetAddressMatcher> ranges;

    /**
     * Trusts these addresses.
     *
     * @param ranges IPv4 or IPv6 addresses, or ranges of them in CIDR notation (RFC 4632)
     * @throws IllegalArgumentException when one is neither
     */
    TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream().map(TrustedProxies::range).toList();
    }

    private static InetAddressMatcher range(String text) {
        if (IpAddress.parse(text.replaceFirst("/.*", "")).isEmpty()) {
            throw new IllegalArgumentException(text + " does not begin with an IP address");
        }
        return InetAddressMatchers.fromIpAddress(text);
    }

    boolean include(String address) {
        return IpAddress.parse(address)
                .filter(parsed -> ranges.stream().anyMatch(range -> range.matches(parsed)))
                .isPresent();
    }

    /**
     * Finds the client among the elements of a header {@code X-Forwarded-For} or {@code Forwarded}:
     * the last one that is not a trusted proxy itself.
     *
     * @param forwardings in their order; each proxy has added one at the end
     */
    Optional<String> client(List<String> forwardings) {
        int client = forwardings.size() - 1;
        while (client > 0 && include(address(forwardings.get(client)))) {
            client--;
        }
        return client < 0 ? Optional.empty() : Optional.of(forwardings.get(client));
    }

    /** The address that an element tells, without a port; or what stands there instead of one. */
    static String address(String forwarding) {
        Matcher named = NODE.matcher(forwarding);
        String node = named.find() ? named.group(1).strip() : forwarding;
        Matcher ipv6 = IPV6_IN_BRACKETS.matcher(node);
        if (ipv6.matches()) {
            return ipv6.group(1);
        }
        Matcher ipv4 = IPV4_WITH_PORT.matcher(node);
        return ipv4.matches() ? ipv4.group(1) : node;
    }
}
