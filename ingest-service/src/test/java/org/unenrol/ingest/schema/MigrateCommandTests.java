package org.unenrol.ingest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unenrol.infrastructure.DatabaseRole;
import org.unenrol.infrastructure.DatabaseRoles;
import org.unenrol.ingest.IngestDatabase;

class MigrateCommandTests {

    private static final String URL = IngestDatabase.SERVER.urlOfAnother("migrated");
    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource(
                    URL, IngestDatabase.SERVER.getUsername(), IngestDatabase.SERVER.getPassword());

    @Test
    void migratesAllSchemasAsTheirOwnerAndGivesTheServicesTheirRights() {
        DatabaseRoles roles = DatabaseRoles.in(DATABASE);

        assertThat(run(DatabaseRole.OWNER, roles)).startsWith("0 ");
        assertThat(run(DatabaseRole.OWNER, roles)).startsWith("0 ");

        JdbcClient jdbc = JdbcClient.create(DATABASE);
        assertThat(
                        jdbc.sql(
                                        """
                                        select distinct schemaname || ' ' || tableowner from pg_tables
                                        where schemaname not in ('pg_catalog', 'information_schema')
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder(
                        "accounts unenrol_owner",
                        "audit unenrol_owner",
                        "imports unenrol_owner",
                        "lms unenrol_owner",
                        "portal unenrol_owner");
        assertThat(
                        jdbc.sql(
                                        "select has_table_privilege('unenrol_worker', 'lms.enrolment', 'select')")
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void saysWhyItCannot() {
        DatabaseRoles roles = DatabaseRoles.in(DATABASE);

        assertThat(run(DatabaseRole.WORKER, roles)).startsWith("1 ").contains("permission denied");
    }

    private static String run(DatabaseRole role, DatabaseRoles roles) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                MigrateCommand.run(
                        new String[] {
                            "migrate",
                            "--spring.datasource.url=" + URL,
                            "--spring.datasource.username=" + role.user(),
                            "--spring.datasource.password=" + roles.password(role)
                        },
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }
}
