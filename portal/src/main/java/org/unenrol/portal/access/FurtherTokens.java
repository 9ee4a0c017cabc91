package org.unenrol.portal.access;

import java.util.Optional;

/** Tokens for the API that somebody else has issued, beside the portal's own. */
public interface FurtherTokens {

    /**
     * Signs in whoever brings a token, with the rights that its account has now.
     *
     * @return empty where the token is not to be believed, or is nobody's
     */
    Optional<TokenSignIn> signIn(String token);
}
