package org.unenrol.portal.passkey;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a browser which passkey to use: any that it has for the portal. */
@RestController
class PasskeyQuestionController {

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final AskedPasskeys asked;
    private final PasskeyJson json;

    PasskeyQuestionController(
            @Lazy WebAuthnRelyingPartyOperations relyingParty,
            AskedPasskeys asked,
            PasskeyJson json) {
        this.relyingParty = relyingParty;
        this.asked = asked;
        this.json = json;
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String ask(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions question = PasskeyQuestions.ask(relyingParty);
        asked.ask(question.getChallenge().toBase64UrlString(), request);
        return json.write(question);
    }
}
