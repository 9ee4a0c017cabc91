package org.unenrol.ledger.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the rows of what has been noted as deleted, some at a time. */
final class PurgeTasks {

    private static final String TAKE =
            """
            select import_id, part from imports.purge_task
            order by import_id, part
            limit 1
            for update skip locked
            """;

    private static final String DELETE_OUTCOMES =
            """
            delete from imports.row_outcome where ctid = any (array(
                select ctid from imports.row_outcome where import_id = :id limit :limit))
            """;

    private static final String DELETE_DUPLICATES =
            """
            delete from imports.duplicate_row where ctid = any (array(
                select ctid from imports.duplicate_row where import_id = :id limit :limit))
            """;

    private static final String DELETE_MAILS =
            """
            delete from imports.mail where ctid = any (array(
                select ctid from imports.mail
                where import_id = :id and state <> 'QUEUED' limit :limit))
            """;

    /** The hash of a part stays: by it a repeat is known from another content. */
    private static final String EMPTY_PARTS =
            """
            update imports.upstream_part p set content = '', names = '{}'
            where (p.request, p.part) in (
                select o.request, o.part from imports.upstream_part o
                join imports.upstream_request q on q.id = o.request
                where q.import_id = :id and o.content <> ''
                limit least(:limit, 50))
            """;

    private static final String FORGET_LEAVER =
            """
            update imports.upstream_request set username = ''
            where id in (
                select id from imports.upstream_request
                where import_id = :id and username <> '' limit :limit)
            """;

    private static final String END =
            "delete from imports.purge_task where import_id = :id and part = :part";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final int rows;

    PurgeTasks(JdbcClient jdbc, TransactionOperations transaction, int rows) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
    }

    /** Does a step of the next task that nobody else is at; false when there is none. */
    boolean doSome() {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            List<Task> next = jdbc.sql(TAKE).query(PurgeTasks::task).list();
                            next.forEach(this::step);
                            return !next.isEmpty();
                        }));
    }

    private void step(Task task) {
        int gone = task.part().statements().stream().mapToInt(sql -> run(sql, task)).sum();
        if (gone == 0) {
            jdbc.sql(END).param("id", task.importId()).param("part", task.part().name()).update();
        }
    }

    private int run(String statement, Task task) {
        return jdbc.sql(statement).param("id", task.importId()).param("limit", rows).update();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("import_id", UUID.class), Part.valueOf(row.getString("part")));
    }

    private record Task(UUID importId, Part part) {}

    /** A part of an import that is deleted by rows. The names are stored. */
    private enum Part {
        OUTCOMES,
        MAILS,
        REQUEST;

        List<String> statements() {
            return switch (this) {
                case OUTCOMES -> List.of(DELETE_OUTCOMES, DELETE_DUPLICATES);
                case MAILS -> List.of(DELETE_MAILS);
                case REQUEST -> List.of(EMPTY_PARTS, FORGET_LEAVER);
            };
        }
    }
}
