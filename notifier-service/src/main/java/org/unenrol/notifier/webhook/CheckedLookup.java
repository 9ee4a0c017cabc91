package org.unenrol.notifier.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds a host's internet addresses, once for each request, and gives them away only if every one
 * of them may be sent to. Who connects uses these and does not ask again.
 */
final class CheckedLookup implements DnsResolver {

    private final Lookup lookup;
    private final boolean anywhere;

    /**
     * Takes the source of internet addresses.
     *
     * @param anywhere gives away all of them
     */
    CheckedLookup(Lookup lookup, boolean anywhere) {
        this.lookup = lookup;
        this.anywhere = anywhere;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.addressesOf(host);
        for (InetAddress address : found) {
            if (!anywhere && ForbiddenPlaces.contain(host, address)) {
                throw new ForbiddenPlaceException(host);
            }
        }
        return found;
    }

    /** Never asked for: names are verified as they are written in the settings. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A source of internet addresses. */
    @FunctionalInterface
    interface Lookup {

        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }
}
