package org.unenrol.portal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Has filters sign people in as the form with username and password does: to a session anew, and
 * told to whoever listens for sign-ins.
 */
public final class FurtherFilters extends AbstractHttpConfigurer<FurtherFilters, HttpSecurity> {

    private final List<AbstractAuthenticationProcessingFilter> filters = new ArrayList<>();

    /**
     * Adds a filter.
     *
     * @param signedIn what becomes of a request that has signed somebody in
     */
    public static void add(
            HttpSecurity http,
            AbstractAuthenticationProcessingFilter filter,
            AuthenticationSuccessHandler signedIn) {
        filter.setAuthenticationSuccessHandler(signedIn);
        FurtherFilters known = http.getConfigurer(FurtherFilters.class);
        FurtherFilters all = known == null ? new FurtherFilters() : known;
        all.filters.add(filter);
        if (known == null) {
            http.with(all, Customizer.withDefaults());
        }
    }

    @Override
    public void configure(HttpSecurity http) {
        SecurityContextRepository contexts = http.getSharedObject(SecurityContextRepository.class);
        SessionAuthenticationStrategy sessions =
                http.getSharedObject(SessionAuthenticationStrategy.class);
        for (AbstractAuthenticationProcessingFilter filter : filters) {
            filter.setSecurityContextRepository(Objects.requireNonNull(contexts));
            filter.setSessionAuthenticationStrategy(Objects.requireNonNull(sessions));
            http.addFilterBefore(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
        }
    }
}
