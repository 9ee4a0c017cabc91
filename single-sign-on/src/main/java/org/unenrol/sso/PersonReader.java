package org.unenrol.sso;

import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.unenrol.account.ExternalIdentity;
import org.unenrol.account.Role;
import org.unenrol.portal.access.SignInRefusal;

/** Reads people from the claims about them, as the settings say. */
final class PersonReader {

    private static final String EMAIL_VERIFIED = "email_verified";

    private final SingleSignOnSettings settings;

    PersonReader(SingleSignOnSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a person.
     *
     * @throws SignInRefusedException when the provider tells no username, or no email address that
     *     it has checked, or one that no account can have
     */
    Person read(OidcUser user) {
        Claims claims = new Claims(user.getClaims());
        Supplier<SignInRefusedException> tooLittle =
                () -> new SignInRefusedException(SignInRefusal.TOLD_TOO_LITTLE);
        String username = claims.text(settings.usernameClaim()).orElseThrow(tooLittle);
        String email =
                claims.text(settings.emailClaim())
                        .filter(address -> address.indexOf('@') > 0)
                        .filter(address -> !claims.deny(EMAIL_VERIFIED))
                        .orElseThrow(tooLittle);
        URL issuer = user.getIssuer();
        String subject = user.getSubject();
        if (issuer == null || subject == null) {
            throw tooLittle.get();
        }
        String name = claims.text(settings.nameClaim()).orElse(username);
        if (!Stream.of(username, name, email, subject).allMatch(StorableName::is)) {
            throw new SignInRefusedException(SignInRefusal.UNFIT_NAME);
        }
        return new Person(
                new ExternalIdentity(issuer.toString(), subject),
                username,
                name,
                email,
                role(claims),
                areas(claims));
    }

    private @Nullable Role role(Claims claims) {
        if (settings.roleClaim() == null) {
            return null;
        }
        Set<String> roles = claims.texts(settings.roleClaim());
        if (!Collections.disjoint(roles, settings.globalAdministrators())) {
            return Role.GLOBAL_ADMINISTRATOR;
        }
        return Collections.disjoint(roles, settings.contentAdministrators())
                ? Role.NONE
                : Role.CONTENT_ADMINISTRATOR;
    }

    private @Nullable Set<String> areas(Claims claims) {
        if (settings.areasClaim() == null) {
            return null;
        }
        return claims.texts(settings.areasClaim()).stream()
                .map(value -> settings.areas().getOrDefault(value, value))
                .filter(area -> !area.isBlank() && StorableName.is(area))
                .collect(Collectors.toSet());
    }
}
