package org.unenrol.ingest.access;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.unenrol.account.token.TokenScope;
import org.unenrol.audit.CountedEvents;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.portal.access.AdministratorsOnly;
import org.unenrol.portal.access.RefusedRequests;
import org.unenrol.portal.access.SecondFactorSettings;
import org.unenrol.portal.access.SignInPlace;

/**
 * The way into the API: administrators only, each request with its own credentials, a password or a
 * token. A session of the portal counts for nothing here, so that a page elsewhere cannot make use
 * of one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiAccessSettings.class, ProxySettings.class})
class AccessConfiguration {

    /** The page that describes the API sets styles of its own, and has its pictures in them. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final int AFTER_UNREADABLE_REQUESTS = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    @Order(1)
    SecurityFilterChain apiAccess(
            HttpSecurity http,
            Answers answers,
            AdministratorsOnly administrators,
            BearerTokens tokens,
            ApiAccessSettings settings,
            SecondFactorSettings secondFactor,
            CountedEvents counted) {
        boolean passwords = settings.basic() && !secondFactor.isCompulsory();
        ProblemResponse unauthorised = new ProblemResponse(answers, passwords);
        if (passwords) {
            http.httpBasic(
                    basic ->
                            basic.authenticationEntryPoint(unauthorised)
                                    .authenticationDetailsSource(SignInPlace::of));
        }
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> permit(requests, administrators))
                .addFilterAfter(new RefusedRequests(counted), SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerFilter(tokens, answers), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(unauthorised)
                                        .accessDeniedHandler(new RefusedCall(answers)))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(Customizer.withDefaults())
                .addFilterBefore(new SameOriginOnly(answers), CorsFilter.class)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                CONTENT_SECURITY_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.NO_REFERRER)))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A call that is not here is for no token. Which of them verify only, the calls tell. */
    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            AdministratorsOnly administrators) {
        requests.requestMatchers("/actuator/health/**", "/api/openapi", "/api/docs")
                .permitAll()
                .requestMatchers("/api/v1/audit")
                .access(new CallScope(administrators, TokenScope.AUDIT_READ))
                .requestMatchers(HttpMethod.GET, "/api/v1/**")
                .access(new CallScope(administrators, TokenScope.IMPORTS_READ))
                .requestMatchers(HttpMethod.HEAD, "/api/v1/**")
                .access(new CallScope(administrators, TokenScope.IMPORTS_READ))
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/imports",
                        "/api/v1/imports/*/cancel",
                        "/api/v1/imports/*/retry")
                .access(new CallScope(administrators, TokenScope.IMPORTS_VERIFY))
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/imports/*/apply",
                        "/api/v1/imports/*/take-back",
                        "/api/v1/imports/*/mail/send-again")
                .access(new CallScope(administrators, TokenScope.IMPORTS_APPLY))
                .anyRequest()
                .access(new CallScope(administrators, null));
    }

    /**
     * Any method gets as far as to whoever knows those that there are; the sign-in does not depend
     * on it.
     */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    FilterRegistrationBean<ForwardedRequests> forwardedRequests(ProxySettings settings) {
        FilterRegistrationBean<ForwardedRequests> filter =
                new FilterRegistrationBean<>(new ForwardedRequests(settings.proxies()));
        filter.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        filter.setOrder(AFTER_UNREADABLE_REQUESTS);
        return filter;
    }

    /**
     * No other origin is allowed: a page elsewhere cannot use the credentials a browser remembers.
     */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", new CorsConfiguration());
        return source;
    }
}
