package org.unenrol.ingest.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The entries of the NAVIGATION pane. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean
    @Order(1)
    NavigationEntry catalogueEntry() {
        return new NavigationEntry("Catalogue", "/catalogue");
    }

    @Bean
    @Order(2)
    NavigationEntry importsEntry() {
        return new NavigationEntry("Imports", "/imports");
    }

    @Bean
    @Order(3)
    NavigationEntry reportsEntry() {
        return new NavigationEntry("Reports", "/reports");
    }
}
