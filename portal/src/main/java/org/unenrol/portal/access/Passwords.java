package org.unenrol.portal.access;

import java.util.List;
import org.springframework.stereotype.Component;

/** The portal's own passwords, which may be switched off where a provider signs people in. */
@Component("passwords")
public class Passwords {

    private final boolean on;

    /**
     * Reads the setting.
     *
     * @throws IllegalStateException when nobody could sign in
     */
    Passwords(PortalAccessSettings settings, List<FurtherSignIn> further) {
        this.on = settings.password();
        if (!on && further.stream().allMatch(signIn -> signIn.choices().isEmpty())) {
            throw new IllegalStateException(
                    "unenrol.portal.access.password=false leaves no way into the portal: name a provider"
                            + " under spring.security.oauth2.client.registration, or leave it true");
        }
    }

    public boolean areOn() {
        return on;
    }
}
