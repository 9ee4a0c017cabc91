package org.unenrol.portal.report;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.Tallies;
import org.unenrol.portal.NavigationEntry;
import org.unenrol.portal.PortalConfiguration;

/** The reports, where the platform can count and list its records. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnBean({PortalConfiguration.class, Tallies.class, LearningRecords.class})
@Import({ReportController.class, ReportExport.class})
class ReportPages {

    @Bean
    @Order(3)
    NavigationEntry reportsEntry() {
        return new NavigationEntry("portal.reports.heading", "/reports");
    }
}
