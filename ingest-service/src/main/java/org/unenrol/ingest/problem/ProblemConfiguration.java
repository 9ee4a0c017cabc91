package org.unenrol.ingest.problem;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Finds problems before and after everything else. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    private static final int UNLIMITED = -1;

    @Bean
    FilterRegistrationBean<UnreadableRequests> unreadableRequests(Answers answers) {
        FilterRegistrationBean<UnreadableRequests> filter =
                new FilterRegistrationBean<>(new UnreadableRequests(answers));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<FailedCalls> failedCalls(Answers answers) {
        FilterRegistrationBean<FailedCalls> filter =
                new FilterRegistrationBean<>(new FailedCalls(answers));
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Somebody may well read more than ten languages: headers are short anyhow. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> serverProblems(Answers answers) {
        return factory -> {
            factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(UNLIMITED));
            factory.addContextCustomizers(
                    context ->
                            context.getParent()
                                    .getPipeline()
                                    .addValve(new ServerProblems(answers)));
        };
    }
}
