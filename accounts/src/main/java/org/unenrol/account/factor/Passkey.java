package org.unenrol.account.factor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential of WebAuthn with which somebody signs in. Binary values are in base64url.
 *
 * @param handle of the owner, as the authenticator knows it
 * @param signatureCount the authenticator's at the last use; 0 where it does not count
 * @param userVerified true where the authenticator has asked who uses it
 * @param backupEligible true where it may be copied to other devices of its owner
 * @param lastUsed null where it has only been added
 */
public record Passkey(
        String credentialId,
        String handle,
        String name,
        String publicKey,
        long signatureCount,
        boolean userVerified,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        String attestationObject,
        String clientData,
        Instant added,
        @Nullable Instant lastUsed) {}
