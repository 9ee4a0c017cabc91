package org.unenrol.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys with which the services sign the records that they alone may write.
 *
 * @param keys secrets by their names, each of 32 bytes or more in base64; a record that is signed
 *     with any of them is believed
 * @param signingKey the name of the key to sign with; may be left out where there is one key
 */
@ConfigurationProperties("unenrol.records")
record RecordSettings(@DefaultValue Map<String, String> keys, @Nullable String signingKey) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RecordSettings[keys=" + keys.keySet() + ", signingKey=" + signingKey + "]";
    }
}
