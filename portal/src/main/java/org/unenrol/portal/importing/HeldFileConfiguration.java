package org.unenrol.portal.importing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.portal.access.SessionTypes;

/** Lets sessions hold files. */
@Configuration(proxyBeanMethods = false)
class HeldFileConfiguration {

    @Bean
    SessionTypes heldFileTypes() {
        return SessionTypes.of(HeldFile.class);
    }
}
