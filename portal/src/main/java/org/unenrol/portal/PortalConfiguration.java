package org.unenrol.portal;

import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.Order;
import org.unenrol.account.Role;
import org.unenrol.portal.impact.Thresholds;

/**
 * The portal for a service to import and to serve: what it has on every platform. Its other pages
 * are auto-configured where the platform can tell what they show.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.unenrol\\.portal\\.(catalogue|report|sources)\\..*"))
@EnableConfigurationProperties({PortalSettings.class, Thresholds.class})
public class PortalConfiguration {

    @Bean
    MessageSource messageSource() {
        return new PortalMessages();
    }

    @Bean
    @Order(2)
    NavigationEntry importsEntry() {
        return new NavigationEntry("portal.imports.heading", "/imports");
    }

    @Bean
    @Order(5)
    NavigationEntry tokensEntry() {
        return new NavigationEntry("portal.tokens.heading", "/tokens");
    }

    @Bean
    @Order(4)
    NavigationEntry webhooksEntry() {
        return new NavigationEntry(
                "portal.webhooks.heading", "/webhooks", Set.of(Role.GLOBAL_ADMINISTRATOR));
    }

    @Bean
    @Order(6)
    NavigationEntry auditEntry() {
        return new NavigationEntry(
                "portal.audit.heading", "/audit", Set.of(Role.GLOBAL_ADMINISTRATOR));
    }

    @Bean
    @Order(7)
    NavigationEntry erasuresEntry() {
        return new NavigationEntry(
                "portal.erasures.heading", "/erasures", Set.of(Role.GLOBAL_ADMINISTRATOR));
    }

    @Bean
    @Order(4)
    NavigationEntry accountsEntry() {
        return new NavigationEntry(
                "portal.accounts.heading", "/accounts", Set.of(Role.GLOBAL_ADMINISTRATOR));
    }
}
