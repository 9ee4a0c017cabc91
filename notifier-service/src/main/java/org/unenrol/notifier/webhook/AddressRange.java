package org.unenrol.notifier.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The internet addresses that begin with the same bits. */
final class AddressRange {

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Reads one, such as {@code 10.0.0.0/8}. */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress network = InetAddress.getAllByName(text.substring(0, slash))[0];
            return new AddressRange(
                    network.getAddress(), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int left = Byte.SIZE - bits % Byte.SIZE;
        return left == Byte.SIZE
                || (address[whole] & 0xff) >> left == (network[whole] & 0xff) >> left;
    }
}
