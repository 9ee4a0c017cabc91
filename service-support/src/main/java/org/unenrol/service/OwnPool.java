package org.unenrol.service;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * Pools of connections for one purpose, which cannot take those of the service's own pool away.
 * They have the settings {@code spring.datasource.hikari.*} and, before them, {@code
 * unenrol.pools.<purpose>.*}. No connection is made before the first is asked for.
 */
public final class OwnPool {

    private OwnPool() {}

    /** A pool that its owner closes. */
    public static HikariDataSource of(
            String purpose, JdbcConnectionDetails database, Environment settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        Binder binder = Binder.get(settings);
        Bindable<HikariDataSource> properties = Bindable.ofInstance(pool);
        binder.bind("spring.datasource.hikari", properties);
        binder.bind("unenrol.pools." + purpose, properties);
        pool.setPoolName(purpose);
        return pool;
    }
}
