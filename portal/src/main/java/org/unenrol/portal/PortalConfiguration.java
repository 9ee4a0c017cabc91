package org.unenrol.portal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The portal for a service to import and to serve, with the entries of its NAVIGATION pane. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(PortalSettings.class)
public class PortalConfiguration {

    @Bean
    MessageSource messageSource() {
        return new PortalMessages();
    }

    @Bean
    @Order(1)
    NavigationEntry catalogueEntry() {
        return new NavigationEntry("portal.catalogue.heading", "/catalogue");
    }

    @Bean
    @Order(2)
    NavigationEntry importsEntry() {
        return new NavigationEntry("portal.imports.heading", "/imports");
    }

    @Bean
    @Order(3)
    NavigationEntry reportsEntry() {
        return new NavigationEntry("portal.reports.heading", "/reports");
    }
}
