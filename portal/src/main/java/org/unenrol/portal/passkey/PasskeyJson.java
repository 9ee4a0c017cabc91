package org.unenrol.portal.passkey;

import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what browsers are asked for, and reads their answers (WebAuthn, section 5.1). */
@Component
class PasskeyJson {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    String write(Object options) {
        return json.writeValueAsString(options);
    }

    /** A new passkey; empty where it is none. */
    Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> made(String text) {
        return read(text, new TypeReference<>() {});
    }

    /** An answer of a passkey; empty where it is none. */
    Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> used(String text) {
        return read(text, new TypeReference<>() {});
    }

    private <T> Optional<T> read(String text, TypeReference<T> type) {
        try {
            return Optional.ofNullable(json.readValue(text, type));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
