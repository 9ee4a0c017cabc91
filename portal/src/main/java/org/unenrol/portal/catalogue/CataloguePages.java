package org.unenrol.portal.catalogue;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.portal.NavigationEntry;
import org.unenrol.portal.PortalConfiguration;

/** The pages of the catalogue, where the platform can tell what it has and who is enrolled. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnBean({PortalConfiguration.class, Catalogue.class, LearningRecords.class})
@Import({
    CatalogueController.class,
    ItemController.class,
    EnrolmentsController.class,
    UnenrolController.class
})
class CataloguePages {

    @Bean
    @Order(1)
    NavigationEntry catalogueEntry() {
        return new NavigationEntry("portal.catalogue.heading", "/catalogue");
    }
}
