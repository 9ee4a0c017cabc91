package org.unenrol.sso;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.unenrol.portal.access.FurtherSignIn;

/** Signing in and out with the providers that are configured. */
final class ProviderSignIn implements FurtherSignIn {

    private static final String SIGN_IN = "/sign-in";
    private static final String SIGNED_OUT = SIGN_IN + "?signed-out";

    private final OAuth2ClientProperties properties;
    private final ClientRegistrationRepository registrations;
    private final OAuth2UserService<OidcUserRequest, OidcUser> users;
    private final BackChannelLogout backChannelLogout;

    ProviderSignIn(
            OAuth2ClientProperties properties,
            ClientRegistrationRepository registrations,
            OAuth2UserService<OidcUserRequest, OidcUser> users,
            BackChannelLogout backChannelLogout) {
        this.properties = properties;
        this.registrations = registrations;
        this.users = users;
        this.backChannelLogout = backChannelLogout;
    }

    @Override
    public void addTo(HttpSecurity http, AuthenticationSuccessHandler signedIn) {
        http.oauth2Login(
                        login ->
                                login.loginPage(SIGN_IN)
                                        .clientRegistrationRepository(registrations)
                                        .authorizedClientRepository(
                                                new ForgottenAuthorizedClients())
                                        .oidcSessionRegistry(new NoSessionRegistry())
                                        .userInfoEndpoint(claims -> claims.oidcUserService(users))
                                        .successHandler(signedIn)
                                        .failureHandler(new ProviderFailure(SIGN_IN)))
                .oidcLogout(
                        logout ->
                                logout.clientRegistrationRepository(registrations)
                                        .backChannel(
                                                channel ->
                                                        channel.logoutHandler(backChannelLogout)))
                .logout(logout -> logout.logoutSuccessHandler(signedOut()));
    }

    /** Signs out at the provider too, so that whoever comes next is asked who they are. */
    private LogoutSuccessHandler signedOut() {
        OidcClientInitiatedLogoutSuccessHandler signedOut =
                new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signedOut.setDefaultTargetUrl(SIGNED_OUT);
        signedOut.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        return signedOut;
    }

    @Override
    public List<Choice> choices() {
        return properties.getRegistration().entrySet().stream()
                .map(entry -> new Choice(name(entry), SIGN_IN + "/with/" + entry.getKey()))
                .toList();
    }

    private static String name(Map.Entry<String, Registration> entry) {
        return Objects.requireNonNullElse(entry.getValue().getClientName(), entry.getKey());
    }

    @Override
    public Set<String> origins() {
        return properties.getProvider().values().stream()
                .map(OAuth2ClientProperties.Provider::getIssuerUri)
                .filter(Objects::nonNull)
                .map(ProviderSignIn::origin)
                .collect(Collectors.toSet());
    }

    private static String origin(@Nullable String issuer) {
        URI uri = URI.create(Objects.requireNonNull(issuer));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
