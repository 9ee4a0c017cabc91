package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unenrol.infrastructure.DatabaseRole;

/** The rights that each service has in the database; that it has enough, all other tests show. */
class DatabaseRightsTests {

    private static final TestSystem SYSTEM = TestSystem.running();

    private static final String TABLES_OF_NOBODY =
            """
            select c.oid::regclass::text
            from pg_class c join pg_namespace n on n.oid = relnamespace
            where nspname in ('accounts', 'audit', 'imports', 'lms', 'portal') and relkind in ('r', 'p', 'v')
              and not exists (
                  select from unnest('{unenrol_ingest,unenrol_worker,unenrol_notifier}'::name[]) as service
                  where has_any_column_privilege(service, c.oid, 'select, insert')
                     or has_table_privilege(service, c.oid, 'delete'))
            """;

    @Test
    void eachServiceComesInAsItself() {
        assertThat(SYSTEM.databaseSetting("role")).containsOnly("none");
        assertThat(SYSTEM.databaseSetting("is_superuser")).containsOnly("off");
        assertThat(SYSTEM.databaseUsers())
                .containsExactly("unenrol_worker", "unenrol_ingest", "unenrol_notifier");
    }

    /** Whoever adds a table decides which service may do what with it. */
    @Test
    void eachTableIsOfUseToAService() {
        assertThat(SYSTEM.jdbc().sql(TABLES_OF_NOBODY).query(String.class).list()).isEmpty();
    }

    @Test
    void allBelongsToTheRoleThatMigrates() {
        assertThat(
                        SYSTEM.jdbc()
                                .sql(
                                        """
                                        select distinct tableowner from pg_tables
                                        where schemaname in ('accounts', 'audit', 'imports', 'lms', 'portal')
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("unenrol_owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select submitter_email from imports.import",
                "select recipient from imports.mail",
                "insert into imports.stored_file (id) values (gen_random_uuid())",
                "select password from accounts.account",
                "select session_id from portal.spring_session",
                "insert into audit.entry (kind, via) values ('X', 'SERVICE')",
                "insert into lms.enrolment (user_id, activity_id, ended_at) values (1, 1, now())",
                "update lms.enrolment set user_id = 1",
                "delete from lms.enrolment",
                "update lms.completion set completed_at = now()",
                "update lms.activity set title = 'Other'",
                "update lms.app_user set email = 'somebody@example.org'",
                "insert into lms.fenced_import (import_id) values (gen_random_uuid())"
            })
    void aWorkerEndsEnrolmentsAndNothingElse(String statement) {
        refuses(DatabaseRole.WORKER, statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update lms.enrolment set ended_at = now()",
                "select email from lms.app_user",
                "delete from lms.fenced_import",
                "select password from accounts.account",
                "update accounts.account set role = 'GLOBAL_ADMINISTRATOR'",
                "insert into accounts.token (account_id, name) values (1, 'x')",
                "select session_id from portal.spring_session",
                "select account from audit.entry",
                "insert into audit.entry (kind, via, at) values ('X', 'SERVICE', now())",
                "update imports.import set mode = 'APPLY'",
                "update imports.import set submitted_by = 'somebody'",
                "insert into imports.import (id) values (gen_random_uuid())",
                "update imports.stored_chunk set bytes = ''",
                "select id from imports.folder_file"
            })
    void theNotifierChangesNothingOnThePlatformAndNobodysAccount(String statement) {
        refuses(DatabaseRole.NOTIFIER, statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update lms.enrolment set ended_at = now()",
                "insert into lms.app_user (username) values ('x')",
                "update lms.activity set title = 'Other'",
                "delete from lms.completion",
                "delete from lms.fenced_import",
                "update imports.import set mode = 'APPLY'",
                "update imports.stored_chunk set bytes = ''",
                "select link from imports.mail",
                "select recipient from imports.mail",
                "select username_key from imports.erasure",
                "delete from imports.import",
                "delete from accounts.account",
                "select audit.purge(now(), 1000)"
            })
    void ingestHasNobodyUnenrolledAndReadsNoMails(String statement) {
        refuses(DatabaseRole.INGEST, statement);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void nobodyChangesTheTrailOrATable(DatabaseRole service) {
        for (String statement :
                List.of(
                        "delete from audit.entry",
                        "truncate audit.entry",
                        "update audit.entry set account = 'somebody'",
                        "alter table audit.entry disable trigger user",
                        "alter table lms.enrolment add column x int",
                        "drop table imports.import",
                        "create table public.x (id int)",
                        "create table lms.x (id int)",
                        "create temporary table x (id int)",
                        "create schema x",
                        "create role x superuser",
                        "set role unenrol_owner",
                        "copy (select 1) to program 'true'",
                        "select pg_read_file('postgresql.conf')")) {
            refuses(service, statement);
        }
    }

    @Test
    void aServiceMayDoWhatIsItsWork() {
        assertThatNoException()
                .isThrownBy(
                        () -> {
                            as(DatabaseRole.WORKER)
                                    .sql("update lms.enrolment set ended_at = now() where false")
                                    .update();
                            as(DatabaseRole.NOTIFIER)
                                    .sql("select recipient, link from imports.mail")
                                    .query()
                                    .listOfRows();
                        });
    }

    private static void refuses(DatabaseRole service, String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .as("%s: %s", service, statement)
                .isThrownBy(() -> as(service).sql(statement).update())
                .satisfies(
                        refusal ->
                                assertThat(refusal.getMostSpecificCause().getMessage())
                                        .containsAnyOf("permission denied", "must be owner"));
    }

    private static JdbcClient as(DatabaseRole service) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        SYSTEM.addresses().jdbcUrl(),
                        service.user(),
                        SYSTEM.logins().password(service)));
    }
}
