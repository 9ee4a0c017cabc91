package org.unenrol.portal.access;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * The way into the portal: a sign-in page, a session, and a token in every form. Everything that
 * the API's rules do not cover is the portal's.
 */
@Configuration(proxyBeanMethods = false)
class PortalAccessConfiguration {

    private static final String SIGN_IN = "/sign-in";

    /** Nothing is loaded from elsewhere, and nothing that stands in a page itself is run. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain portalAccess(
            HttpSecurity http, AdministratorsOnly administratorsOnly, KnownBrowsers knownBrowsers) {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                SIGN_IN, "/assets/**", "/webjars/**", "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .access(administratorsOnly))
                .formLogin(
                        form ->
                                form.loginPage(SIGN_IN)
                                        .authenticationDetailsSource(SignInPlace::of)
                                        .successHandler(knownBrowsers)
                                        .failureHandler(new SignInFailure(SIGN_IN)))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?signed-out"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(new PortalEntry(SIGN_IN))
                                        .accessDeniedHandler(new PortalRefusal()))
                .addFilterBefore(new UploadGate(), CsrfFilter.class)
                .headers(PortalAccessConfiguration::headers)
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new CachingPasswordEncoder(
                PasswordEncoderFactories.createDelegatingPasswordEncoder(), Duration.ofMinutes(1));
    }

    /** After signing in one goes on to the page one came for, never to a part of one. */
    @SuppressWarnings("NullAway") // without a name, nothing is added to the address
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                new AndRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                        new NegatedRequestMatcher(
                                new RequestHeaderRequestMatcher(PortalEntry.PART_OF_A_PAGE))));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
