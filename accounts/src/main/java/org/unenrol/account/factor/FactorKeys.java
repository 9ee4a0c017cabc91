package org.unenrol.account.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which the secrets of authenticator apps are sealed (AES-256 in GCM): one seals, all
 * open. What is sealed for one account cannot be opened for another. Safe for use by several
 * threads.
 */
public final class FactorKeys {

    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PURPOSE = "unenrol authenticator apps";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys;
    private final @Nullable String sealing;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes them of the keys by their names, none where no app is wanted.
     *
     * @param sealing the name of the one that seals; null where there is one key or none
     */
    public FactorKeys(Map<String, byte[]> keys, @Nullable String sealing) {
        this.keys =
                keys.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> derived(entry.getValue())));
        this.sealing = sealing == null ? keys.keySet().stream().findFirst().orElse(null) : sealing;
    }

    /** Tells whether anything can be sealed. */
    public boolean areThere() {
        return sealing != null;
    }

    SealedSecret seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String name = Objects.requireNonNull(sealing, "there is no key");
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(name), nonce, owner).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return new SealedSecret(name + "." + Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** The secret; empty where its key is not here, or it has been changed or moved. */
    Optional<byte[]> open(SealedSecret sealed, String owner) {
        if (!keys.containsKey(sealed.key())) {
            return Optional.empty();
        }
        byte[] all = Base64.getDecoder().decode(sealed.content());
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(sealed.key()), nonce, owner);
            return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** Tells whether a secret is sealed with the key that seals now. */
    boolean haveSealed(SealedSecret sealed) {
        return sealed.key().equals(sealing);
    }

    private SecretKey key(String name) {
        return Objects.requireNonNull(keys.get(name), name);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(UTF_8));
        return cipher;
    }

    private static SecretKey derived(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
