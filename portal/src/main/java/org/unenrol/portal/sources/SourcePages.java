package org.unenrol.portal.sources;

import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.unenrol.account.Role;
import org.unenrol.portal.NavigationEntry;
import org.unenrol.portal.PortalConfiguration;

/** The pages of upstream systems, where there are any. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnBean({PortalConfiguration.class, ConfiguredSources.class})
@Import(SourcesController.class)
class SourcePages {

    @Bean
    @Order(4)
    NavigationEntry sourcesEntry() {
        return new NavigationEntry(
                "portal.sources.heading", "/sources", Set.of(Role.GLOBAL_ADMINISTRATOR));
    }
}
