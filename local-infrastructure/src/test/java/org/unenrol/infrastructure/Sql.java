package org.unenrol.infrastructure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks a local PostgreSQL. */
final class Sql {

    private Sql() {}

    /** The first column. */
    static List<String> strings(LocalPostgres postgres, String query) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static String string(LocalPostgres postgres, String query) throws SQLException {
        return strings(postgres, query).get(0);
    }
}
