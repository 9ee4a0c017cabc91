package org.unenrol.standalone.mailbox;

import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.unenrol.account.Role;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.portal.NavigationEntry;
import org.unenrol.portal.access.AdministratorsOnly;
import org.unenrol.portal.access.SignInPlace;

/**
 * Adds the mailbox page to the service that answers HTTP, for Global administrators: mails have
 * links that let people in.
 */
@Configuration(proxyBeanMethods = false)
@Import(MailboxController.class)
public class MailboxConfiguration {

    /** Makes a mailbox known to a context before it starts. */
    public static void add(ConfigurableApplicationContext context, Mailbox mailbox) {
        context.getBeanFactory().registerSingleton("mailbox", mailbox);
    }

    @Bean
    @Order(5)
    NavigationEntry mailboxEntry() {
        return new NavigationEntry("mailbox.name", "/mailbox", Set.of(Role.GLOBAL_ADMINISTRATOR));
    }

    /** Lets programs read the mails with a username and a password; people come by the portal. */
    @Bean
    @Order(0)
    SecurityFilterChain mailboxAccess(HttpSecurity http, AdministratorsOnly administratorsOnly) {
        return http.securityMatcher(
                        new AndRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher("/mailbox/**"),
                                new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(administratorsOnly))
                .httpBasic(basic -> basic.authenticationDetailsSource(SignInPlace::of))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
