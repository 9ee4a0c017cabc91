package org.unenrol.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The roles by which the services come in to a database. Their passwords are made anew each time
 * and kept nowhere: who has started the database tells the services.
 */
public final class DatabaseRoles {

    private static final String SCRIPT = "database-roles.sql";

    private final Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);

    private DatabaseRoles() {
        for (DatabaseRole role : DatabaseRole.values()) {
            passwords.put(role, MadePassword.make());
        }
    }

    /**
     * Makes the roles that are missing, gives them what the schemas that there are have belonged to
     * before, and a new password each.
     *
     * @param administrator connections of a user who may do that
     * @throws LocalInfrastructureException when the database refuses
     */
    public static DatabaseRoles in(DataSource administrator) {
        DatabaseRoles roles = new DatabaseRoles();
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script());
            roles.setPasswords(statement);
            return roles;
        } catch (SQLException | IOException e) {
            throw new LocalInfrastructureException(
                    "The roles of the services cannot be made in the database: " + e.getMessage(),
                    e);
        }
    }

    private static String script() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(DatabaseRoles.class.getResourceAsStream(SCRIPT))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void setPasswords(Statement statement) throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            statement.addBatch("alter role " + role.user() + " password '" + password(role) + "'");
        }
        statement.executeBatch();
    }

    /** The password of a role, for as long as nobody sets another one. */
    public String password(DatabaseRole role) {
        return Objects.requireNonNull(passwords.get(role));
    }
}
