package org.unenrol.portal.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.unenrol.account.Accounts;
import org.unenrol.audit.CountedEvents;

/**
 * The way into the portal: a sign-in page, a session, and a token in every form. Everything that
 * the API's rules do not cover is the portal's.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalAccessSettings.class)
class PortalAccessConfiguration {

    private static final String SIGN_IN = "/sign-in";

    /** Nothing is loaded from elsewhere, and nothing that stands in a page itself is run. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'%s; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain portalAccess(
            HttpSecurity http,
            AdministratorsOnly administratorsOnly,
            KnownBrowsers knownBrowsers,
            Accounts accounts,
            PortalAccessSettings settings,
            SecondFactorSignIn secondFactor,
            Passwords passwords,
            List<FurtherSignIn> further,
            CountedEvents counted) {
        further.forEach(signIn -> signIn.addTo(http, knownBrowsers));
        secondFactor.addTo(http, knownBrowsers);
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                SIGN_IN,
                                                SIGN_IN + "/with/*",
                                                SecondFactorSignIn.PAGE,
                                                SIGN_IN + "/passkey/options",
                                                "/forgotten-password",
                                                "/choose-password",
                                                "/first-administrator",
                                                "/assets/**",
                                                "/webjars/**",
                                                "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .access(administratorsOnly))
                .formLogin(
                        form ->
                                form.loginPage(SIGN_IN)
                                        .authenticationDetailsSource(SignInPlace::of)
                                        .successHandler(knownBrowsers)
                                        .failureHandler(secondFactor.after(SIGN_IN)))
                .logout(
                        out ->
                                out.logoutUrl("/sign-out")
                                        .addLogoutHandler(forgetsPages())
                                        .logoutSuccessUrl(SIGN_IN + "?signed-out"))
                .requestCache(cache -> cache.requestCache(new ReturnAddress()))
                .csrf(forms -> forms.csrfTokenRepository(new FormTokens()))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(new PortalEntry(SIGN_IN))
                                        .accessDeniedHandler(new PortalRefusal()))
                .addFilterAfter(new RefusedRequests(counted), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new SessionEnd(settings.longestSession(), Clock.systemUTC()),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new PagesOfPasswords(passwords), CsrfFilter.class)
                .addFilterBefore(new UploadGate(), CsrfFilter.class)
                .addFilterBefore(secondFactor.compulsory(), AuthorizationFilter.class)
                .addFilterBefore(new SignedIn(accounts), AuthorizationFilter.class)
                .headers(headers -> headers(headers, further))
                .build();
    }

    /** Tells of every failed sign-in, also of those that Spring Security does not know. */
    @Bean
    AuthenticationEventPublisher authenticationEventPublisher(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher =
                new DefaultAuthenticationEventPublisher(events);
        publisher.setDefaultAuthenticationFailureEvent(
                AuthenticationFailureBadCredentialsEvent.class);
        return publisher;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new CachingPasswordEncoder(
                new NormalisingPasswordEncoder(
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()),
                Duration.ofMinutes(1));
    }

    /** Has a browser drop what it may still hold of pages; over HTTPS, as browsers ask for that. */
    private static LogoutHandler forgetsPages() {
        return new HeaderWriterLogoutHandler(
                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE));
    }

    /** A browser follows a form's answer no further than to where forms may be sent. */
    private static void headers(
            HeadersConfigurer<HttpSecurity> headers, List<FurtherSignIn> further) {
        String origins =
                further.stream()
                        .flatMap(signIn -> signIn.origins().stream())
                        .distinct()
                        .map(origin -> " " + origin)
                        .collect(Collectors.joining());
        headers.contentSecurityPolicy(
                        policy ->
                                policy.policyDirectives(CONTENT_SECURITY_POLICY.formatted(origins)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
