package org.unenrol.notifier.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The internet addresses that the internet does not reach, such as private ones (IANA's registries
 * of special-purpose addresses): whoever writes an address must not thereby reach what stands
 * beside this service.
 */
final class ForbiddenPlaces {

    private static final List<AddressRange> IPV4 =
            ranges(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /**
     * The only part of IPv6 that is given out; loopback, unique-local and mapped ones lie outside.
     */
    private static final AddressRange GLOBAL = AddressRange.of("2000::/3");

    private static final List<AddressRange> IN_GLOBAL =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** An IPv4 address behind a translator (RFC 6052), in its last four bytes. */
    private static final AddressRange TRANSLATED = AddressRange.of("64:ff9b::/96");

    private static final int BEFORE_TRANSLATED = 12;

    private ForbiddenPlaces() {}

    /**
     * Tells whether nothing may be sent to this address.
     *
     * @param host as it is written: an IPv4 address is not to be written as one of IPv6
     */
    static boolean contain(String host, InetAddress address) {
        return (host.contains(":") && address instanceof Inet4Address)
                || isForbidden(address.getAddress());
    }

    private static boolean isForbidden(byte[] address) {
        if (address.length == Integer.BYTES) {
            return isIn(IPV4, address);
        }
        if (TRANSLATED.contains(address)) {
            return isForbidden(Arrays.copyOfRange(address, BEFORE_TRANSLATED, address.length));
        }
        return !GLOBAL.contains(address) || isIn(IN_GLOBAL, address);
    }

    private static boolean isIn(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
