package org.unenrol.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses without ever asking a name server. */
public final class IpAddress {

    private static final Pattern LITERAL =
            Pattern.compile(
                    "\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:)[\\p{XDigit}:.]++|\\[(?=.*:)[\\p{XDigit}:.]++]");

    private IpAddress() {}

    /**
     * Reads an IPv4 or IPv6 address in its textual form (RFC 4291), or in brackets; an IPv4 address
     * that is mapped to IPv6 is an IPv4 address. Empty for anything else, such as a host name.
     */
    public static Optional<InetAddress> parse(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
