package org.unenrol.ingest.access;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.portal.access.AdministratorsOnly;
import org.unenrol.portal.access.SignInPlace;

/**
 * The way into the API: administrators only, each request with its own credentials. A session of
 * the portal counts for nothing here, so that a page elsewhere cannot make use of one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class AccessConfiguration {

    /** The page that describes the API sets styles of its own, and has its pictures in them. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final int AFTER_UNREADABLE_REQUESTS = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    @Order(1)
    SecurityFilterChain apiAccess(
            HttpSecurity http, Answers answers, AdministratorsOnly administratorsOnly) {
        ProblemResponse unauthorised = new ProblemResponse(answers, ProblemType.SIGN_IN_NEEDED);
        ProblemResponse forbidden = new ProblemResponse(answers, ProblemType.NOT_AN_ADMINISTRATOR);
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/actuator/health/**", "/api/openapi", "/api/docs")
                                        .permitAll()
                                        .anyRequest()
                                        .access(administratorsOnly))
                .httpBasic(
                        basic ->
                                basic.authenticationEntryPoint(unauthorised)
                                        .authenticationDetailsSource(SignInPlace::of))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(unauthorised)
                                        .accessDeniedHandler(forbidden))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(Customizer.withDefaults())
                .addFilterBefore(new SameOriginOnly(answers), CorsFilter.class)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
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
