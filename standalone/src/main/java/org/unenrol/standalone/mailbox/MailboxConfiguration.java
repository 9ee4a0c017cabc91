package org.unenrol.standalone.mailbox;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.portal.NavigationEntry;

/** Adds the mailbox page to the service that answers HTTP; no sign-in is needed for it. */
@Configuration(proxyBeanMethods = false)
@Import(MailboxController.class)
public class MailboxConfiguration {

    private static final String MAILS_HAVE_STYLES =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self';"
                    + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Makes a mailbox known to a context before it starts. */
    public static void add(ConfigurableApplicationContext context, Mailbox mailbox) {
        context.getBeanFactory().registerSingleton("mailbox", mailbox);
    }

    @Bean
    @Order(5)
    NavigationEntry mailboxEntry() {
        return new NavigationEntry("mailbox.name", "/mailbox");
    }

    @Bean
    @Order(0)
    SecurityFilterChain mailboxAccess(HttpSecurity http) {
        return http.securityMatcher("/mailbox/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(MAILS_HAVE_STYLES)))
                .build();
    }
}
