package org.unenrol.ingest.access;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way into the API: administrators only, each request with its own credentials. A session of
 * the portal counts for nothing here, so that a page elsewhere cannot make use of one.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain apiAccess(
            HttpSecurity http, JsonMapper json, AdministratorsOnly administratorsOnly) {
        ProblemResponse unauthorised =
                new ProblemResponse(
                        json,
                        HttpStatus.UNAUTHORIZED,
                        "sign-in-needed",
                        "Sign in with the username and password of an administrator.");
        ProblemResponse forbidden =
                new ProblemResponse(
                        json,
                        HttpStatus.FORBIDDEN,
                        "not-an-administrator",
                        "Only Global administrators and Content administrators may do this.");
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/actuator/health/**")
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
                .csrf(AbstractHttpConfigurer::disable)
                .build();
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

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberedPasswords(
                PasswordEncoderFactories.createDelegatingPasswordEncoder(), Duration.ofMinutes(1));
    }
}
