package org.unenrol.portal.access;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.unenrol.account.SignInHistory;
import org.unenrol.account.factor.AuthenticatorApps;
import org.unenrol.account.factor.RecoveryCodes;
import org.unenrol.model.UsernameKey;

/**
 * Checks codes of authenticator apps and recovery codes, and slows down those who guess: by tries
 * of their own, which a right password does not take back.
 */
@Component
class FactorCodes {

    private static final Pattern OF_AN_APP = Pattern.compile("[0-9]{6}");

    private final AuthenticatorApps apps;
    private final RecoveryCodes recoveryCodes;
    private final SignIns signIns;
    private final SignInHistory history;

    FactorCodes(
            AuthenticatorApps apps,
            RecoveryCodes recoveryCodes,
            SignIns signIns,
            SignInHistory history) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
        this.signIns = signIns;
        this.history = history;
    }

    /**
     * Accepts a code, which works once.
     *
     * @return false where it is wrong or used up
     * @throws TooManyTriesException when it was not even looked at
     */
    boolean take(String username, String code, SignInPlace place) {
        String account = SignInPlace.hash("second factor of " + UsernameKey.of(username));
        Duration wait = signIns.begin(account, place.address());
        if (!wait.isZero()) {
            throw new TooManyTriesException(wait);
        }
        boolean right = isRight(username, code.replaceAll("\\s", ""));
        if (right) {
            signIns.succeeded(account, place.address());
        } else {
            history.add(username, place.address(), false);
        }
        return right;
    }

    private boolean isRight(String username, String code) {
        if (OF_AN_APP.matcher(code).matches()) {
            return apps.take(username, code);
        }
        boolean right = recoveryCodes.use(username, code);
        if (right) {
            apps.forgive(username);
        }
        return right;
    }
}
