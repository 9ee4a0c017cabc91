package org.unenrol.portal.access;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.unenrol.service.OwnPool;

/**
 * Keeps sessions in the database: they outlive a restart, and any instance of the service knows
 * them.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** A pool of their own: whatever keeps that of the service busy, nobody is signed out by it. */
    @Bean(defaultCandidate = false)
    @SpringSessionDataSource
    HikariDataSource sessionDataSource(JdbcConnectionDetails database, Environment settings) {
        return OwnPool.of("sessions", database, settings);
    }

    /** Under the name by which Spring Session asks for it. */
    @Bean(defaultCandidate = false)
    TransactionTemplate springSessionTransactionOperations(
            @SpringSessionDataSource DataSource sessions) {
        TransactionTemplate own = new TransactionTemplate(new JdbcTransactionManager(sessions));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /** Two requests of one browser may write to its session at the same moment. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer concurrentWrites() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Under the name by which Spring Session asks for it. */
    @Bean
    @SuppressWarnings("NullAway") // a converter may answer null, which its type does not say
    ConversionService springSessionConversionService(List<SessionTypes> allowed) {
        SessionJson json = new SessionJson(allowed);
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, json::write);
        conversions.addConverter(byte[].class, Object.class, json::read);
        return conversions;
    }

    @Bean
    SessionTypes signedInTypes() {
        return SessionTypes.of(Administrator.class, SignInPlace.class);
    }

    @Bean
    SessionTypes flashTypes() {
        return KeptFlashes.TYPES;
    }

    /** Under the name by which Spring MVC asks for it. */
    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    FlashMapManager flashMapManager() {
        return new KeptFlashes();
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }

    /** Before the filter that looks for the session. */
    @Bean
    FilterRegistrationBean<FailureWithoutSession> failureWithoutSession() {
        FilterRegistrationBean<FailureWithoutSession> filter =
                new FilterRegistrationBean<>(new FailureWithoutSession());
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
