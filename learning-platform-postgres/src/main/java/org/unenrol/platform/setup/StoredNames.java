package org.unenrol.platform.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings the stored keys of usernames, and the stored external references, into the form in which
 * they are looked up. Where two of them would then be the same it changes nothing and says which,
 * as only a person can tell what is right. In Java, because the form is defined there.
 */
final class StoredNames implements JavaMigration {

    private static final int ROWS_AT_A_TIME = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("8");
    }

    @Override
    public String getDescription() {
        return "stored names";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("lock table lms.app_user, lms.activity in share row exclusive mode").update();
        jdbc.sql("create temporary table changed_name (id bigint, form text) on commit drop")
                .update();
        for (StoredName name : StoredName.values()) {
            jdbc.sql("truncate changed_name").update();
            Changed changed = changed(connection, name);
            jdbc.sql("insert into changed_name select * from unnest(:ids, :forms)")
                    .param("ids", changed.ids.toArray(Long[]::new))
                    .param("forms", changed.forms.toArray(String[]::new))
                    .update();
            ClashingNamesException.refuse(
                    name, jdbc.sql(name.clashes()).query(String.class).list());
            name.updates().forEach(update -> jdbc.sql(update).update());
        }
        jdbc.sql("drop table changed_name").update();
    }

    private static Changed changed(Connection connection, StoredName name) throws SQLException {
        Changed changed = new Changed(new ArrayList<>(), new ArrayList<>());
        try (Statement reading = connection.createStatement()) {
            reading.setFetchSize(ROWS_AT_A_TIME);
            ResultSet row = reading.executeQuery(name.select());
            while (row.next()) {
                String form = name.formOf(row.getString("written"));
                if (!form.equals(row.getString("stored"))) {
                    changed.ids.add(row.getLong("id"));
                    changed.forms.add(form);
                }
            }
        }
        return changed;
    }

    private record Changed(List<Long> ids, List<String> forms) {}
}
