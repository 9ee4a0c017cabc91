package org.unenrol.ingest.body;

import org.apache.catalina.Container;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps slow clients from holding the threads that answer everybody else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodySettings.class)
class BodyConfiguration {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodies(BodySettings settings) {
        BodyReader reader = new BodyReader(settings);
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            Container engine = context.getParent().getParent();
                            engine.getPipeline().addValve(new UnreadBodies(reader));
                            context.getPipeline().addValve(new SmallBodies(reader, settings));
                        });
    }
}
