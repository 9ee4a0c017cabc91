package org.unenrol.folder.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.folder.FolderClaim;

/**
 * The idempotency key of a file: the same for the same content under the same name in the same
 * folder.
 */
final class ContentKey {

    private ContentKey() {}

    /**
     * Makes the key.
     *
     * @param failed how many imports of the same have failed; a further one may be tried
     */
    static String of(FolderClaim claim, NewImport received, int failed) {
        String all =
                String.join(
                        "\0",
                        claim.folder(),
                        claim.name(),
                        received.sha256(),
                        received.mode().name(),
                        Integer.toString(failed));
        return "folder/" + HexFormat.of().formatHex(sha256(all.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
