package org.unenrol.sso;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Whom a provider has signed in, as the administrators that they are here. */
final class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final PersonReader people;
    private final Admission admission;

    ProviderUsers(PersonReader people, Admission admission) {
        this.people = people;
        this.admission = admission;
    }

    /**
     * Asks the provider about the person, and lets the person in.
     *
     * @throws SignInRefusedException when the person is not let in
     */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Person person = people.read(provider.loadUser(request));
        return new SingleSignOnAdministrator(admission.admit(person), request.getIdToken());
    }
}
