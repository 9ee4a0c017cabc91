package org.unenrol.folder.sftp;

import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys by one of which a server is known, whole or by their fingerprints. */
final class HostKeys implements ServerKeyVerifier {

    private static final Logger log = LoggerFactory.getLogger(HostKeys.class);

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");

    private final List<PublicKey> keys;
    private final List<String> fingerprints;

    private HostKeys(List<PublicKey> keys, List<String> fingerprints) {
        this.keys = keys;
        this.fingerprints = fingerprints;
    }

    /**
     * Reads one key a line: as in a known_hosts file, as in the server's public key file, or its
     * fingerprint.
     *
     * @throws IllegalArgumentException when a line is none of these, or there is none
     */
    static HostKeys of(String lines) {
        List<PublicKey> keys = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(
                        line -> {
                            if (FINGERPRINT.matcher(line).matches()) {
                                fingerprints.add(line.replaceFirst("=$", ""));
                            } else {
                                keys.add(key(line));
                            }
                        });
        if (keys.isEmpty() && fingerprints.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        return new HostKeys(List.copyOf(keys), List.copyOf(fingerprints));
    }

    /** A marker, such as {@code @revoked}, makes a line no key. */
    private static PublicKey key(String line) {
        String[] words = line.split("\\s+");
        int type = words.length > 2 && !isType(words[0]) ? 1 : 0;
        if (words.length < type + 2 || !isType(words[type])) {
            throw new IllegalArgumentException("no key: " + line);
        }
        try {
            return PublicKeyEntry.parsePublicKeyEntry(words[type] + " " + words[type + 1])
                    .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no key: " + line, e);
        }
    }

    private static boolean isType(String word) {
        return KeyUtils.getPublicKeyEntryDecoder(word) != null;
    }

    /** The types of the keys that are known whole; empty where a fingerprint may be of any. */
    List<String> types() {
        return fingerprints.isEmpty()
                ? keys.stream().map(KeyUtils::getKeyType).toList()
                : List.of();
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress server, PublicKey shown) {
        String fingerprint = KeyUtils.getFingerPrint(shown);
        boolean known =
                fingerprints.contains(fingerprint)
                        || keys.stream().anyMatch(key -> KeyUtils.compareKeys(key, shown));
        if (!known) {
            log.warn(
                    "{} shows the {} key {}, which is not the one that is set",
                    server,
                    KeyUtils.getKeyType(shown),
                    fingerprint);
        }
        return known;
    }
}
