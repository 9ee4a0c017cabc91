package org.unenrol.account.factor;

import java.io.Serializable;

/**
 * A secret that only a service with the right key can read.
 *
 * @param text the name of the key, a dot, and the rest in base64
 */
public record SealedSecret(String text) implements Serializable {

    String key() {
        return text.substring(0, text.indexOf('.'));
    }

    String content() {
        return text.substring(text.indexOf('.') + 1);
    }

    /** Leaves the secret out, sealed as it is. */
    @Override
    public String toString() {
        return "SealedSecret[" + key() + "]";
    }
}
