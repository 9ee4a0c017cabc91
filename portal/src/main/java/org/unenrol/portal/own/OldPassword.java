package org.unenrol.portal.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.unenrol.portal.access.SecondFactorNeededException;
import org.unenrol.portal.access.SignInPlace;
import org.unenrol.portal.credentials.FormProblem;

/** The password before another is set: asked for as a sign-in, so that guessing is slowed down. */
@Component
public class OldPassword {

    private final AuthenticationProvider passwords;

    OldPassword(AuthenticationProvider passwords) {
        this.passwords = passwords;
    }

    /** The problem with what was written; empty where it is the password. */
    public Optional<FormProblem> problem(String username, String old, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(username, old);
        attempt.setDetails(SignInPlace.of(request));
        try {
            passwords.authenticate(attempt);
            return Optional.empty();
        } catch (SecondFactorNeededException e) {
            return Optional.empty();
        } catch (AccountStatusException e) {
            return Optional.of(FormProblem.of("old", "portal.own.old-password-wait"));
        } catch (AuthenticationException e) {
            return Optional.of(FormProblem.of("old", "portal.own.old-password-wrong"));
        }
    }
}
