package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseRolesTests {

    private static final String SUPERUSERS =
            "select count(*) from pg_roles where rolname like 'unenrol\\_%'"
                    + " and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)";
    private static final String ROLES =
            "select count(*) from pg_roles where rolname like 'unenrol\\_%'";
    private static final String OTHER_OWNERS =
            """
            select count(*) from (
                select nspowner from pg_namespace where nspname = 'audit'
                union all
                select relowner from pg_class where relnamespace = 'audit'::regnamespace
                union all
                select proowner from pg_proc where pronamespace = 'audit'::regnamespace
            ) as owned (owner) where owner <> 'unenrol_owner'::regrole
            """;

    @TempDir static Path folder;
    static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void areNoSuperusers() throws SQLException {
        DatabaseRoles.in(postgres.dataSource());

        assertThat(Sql.string(postgres, ROLES)).isEqualTo("4");
        assertThat(Sql.string(postgres, SUPERUSERS)).isEqualTo("0");
    }

    @Test
    void haveOtherPasswordsEachTime() throws SQLException {
        DatabaseRoles before = DatabaseRoles.in(postgres.dataSource());
        DatabaseRoles now = DatabaseRoles.in(postgres.dataSource());

        for (DatabaseRole role : DatabaseRole.values()) {
            try (Connection connection = connect(role, now.password(role))) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connect(role, before.password(role)))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void takeOverWhatASingleUserHasOwned() throws SQLException {
        execute(
                postgres.dataSource(),
                """
                create schema audit;
                create table audit.entry (id bigint generated always as identity primary key);
                create view audit.seen as select id from audit.entry;
                create function audit.purge() returns int language sql return 1;
                """);
        assertThat(Sql.string(postgres, OTHER_OWNERS)).isNotEqualTo("0");

        DatabaseRoles.in(postgres.dataSource());

        assertThat(Sql.string(postgres, OTHER_OWNERS)).isEqualTo("0");
    }

    /** As on servers that somebody else runs, where there are no superusers for customers. */
    @Test
    void canBeMadeByAnAdministratorWhoIsNoSuperuser(@TempDir Path other) throws SQLException {
        try (LocalPostgres rented = LocalPostgres.start(other, 0)) {
            execute(rented.dataSource(), "create role customer login createrole password 'c'");
            execute(rented.dataSource(), "alter database unenrol owner to customer");
            PGSimpleDataSource customer = new PGSimpleDataSource();
            customer.setUrl(rented.jdbcUrl());
            customer.setUser("customer");
            customer.setPassword("c");
            execute(customer, "create schema lms; create table lms.area (name text)");

            DatabaseRoles.in(customer);
            DatabaseRoles.in(customer);

            assertThat(
                            Sql.string(
                                    rented,
                                    "select tableowner from pg_tables where schemaname = 'lms'"))
                    .isEqualTo("unenrol_owner");
        }
    }

    @Test
    void areNotMadeByWhoMayNot() {
        DatabaseRoles roles = DatabaseRoles.in(postgres.dataSource());
        PGSimpleDataSource worker = new PGSimpleDataSource();
        worker.setUrl(postgres.jdbcUrl());
        worker.setUser(DatabaseRole.WORKER.user());
        worker.setPassword(roles.password(DatabaseRole.WORKER));

        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(() -> DatabaseRoles.in(worker))
                .withMessageContaining("cannot be made in the database");
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseRole role, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), role.user(), password);
    }
}
