package org.unenrol.guarantees.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.unenrol.guarantees.system.Database;

/** A session of somebody else's that has locked rows which the product needs, and does nothing. */
final class RowLocks implements Fault.Healing {

    private static final String IMPORT =
            """
            select from imports.dispatch join imports.progress using (import_id)
            where state in ('PROCESSING', 'BUILDING_RESULTS')
            order by random() limit 1 for update skip locked
            """;

    private static final String ENROLMENTS =
            """
            select id from lms.enrolment where ended_at is null
            order by id desc limit 50 for update skip locked
            """;

    private final Connection session;

    private RowLocks(Connection session) {
        this.session = session;
    }

    static RowLocks hold(Database database) throws SQLException {
        Connection session = database.connect();
        session.setAutoCommit(false);
        try (Statement statement = session.createStatement()) {
            statement.execute(IMPORT);
            statement.execute(ENROLMENTS);
        }
        return new RowLocks(session);
    }

    @Override
    public void heal() throws SQLException {
        session.close();
    }
}
