package org.unenrol.portal.passkey;

import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.portal.access.FurtherFilter;
import org.unenrol.portal.access.LocalSignIn;

/** Signs in whoever brings the answer of a passkey to a question that this session was asked. */
final class PasskeyFilter extends FurtherFilter {

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final AskedPasskeys asked;
    private final PasskeyJson json;
    private final Accounts accounts;

    PasskeyFilter(
            WebAuthnRelyingPartyOperations relyingParty,
            AskedPasskeys asked,
            PasskeyJson json,
            Accounts accounts) {
        super(
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.POST, "/sign-in/passkey"));
        this.relyingParty = relyingParty;
        this.asked = asked;
        this.json = json;
        this.accounts = accounts;
        setAuthenticationFailureHandler(
                new SimpleUrlAuthenticationFailureHandler("/sign-in?passkey-failed"));
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions question =
                asked.take(request)
                        .map(challenge -> PasskeyQuestions.askAgain(relyingParty, challenge))
                        .orElseThrow(() -> new BadCredentialsException("not asked"));
        String answer = Objects.requireNonNullElse(request.getParameter("credential"), "");
        PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                json.used(answer).orElseThrow(() -> new BadCredentialsException("no credential"));
        Account account =
                accounts.find(owner(question, credential))
                        .filter(known -> known.encodedPassword() != null)
                        .orElseThrow(() -> new BadCredentialsException("no account"));
        return LocalSignIn.of(account, request);
    }

    private String owner(
            PublicKeyCredentialRequestOptions question,
            PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        try {
            return relyingParty
                    .authenticate(new RelyingPartyAuthenticationRequest(question, credential))
                    .getName();
        } catch (IllegalArgumentException | VerificationException | CopiedPasskeyException e) {
            throw new BadCredentialsException("not this passkey", e);
        }
    }
}
