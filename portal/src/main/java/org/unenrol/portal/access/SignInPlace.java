package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.unenrol.service.IpAddress;

/**
 * The origin of a try to sign in.
 *
 * @param address an IPv4 address, or the network of an IPv6 address
 * @param browser a hash of what the browser was given when somebody last signed in with it
 */
public record SignInPlace(String address, @Nullable String browser) {

    static final String COOKIE = "unenrol-browser";

    private static final int BYTES_OF_AN_IPV6_ADDRESS = 16;
    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;

    /** The place that the request comes from. */
    public static SignInPlace of(HttpServletRequest request) {
        String given = SecureCookies.read(COOKIE, request);
        return new SignInPlace(
                network(request.getRemoteAddr()), given == null ? null : "browser " + hash(given));
    }

    /** One customer of an IPv6 provider has a whole network to try from. */
    private static String network(String address) {
        return IpAddress.parse(address).map(SignInPlace::network).orElse("unknown");
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length < BYTES_OF_AN_IPV6_ADDRESS) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(bytes, BYTES_OF_AN_IPV6_NETWORK);
        return HexFormat.of().formatHex(network) + "/64";
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
