package org.unenrol.guarantees.fault;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unenrol.guarantees.system.Stage;

/** Makes the database refuse what it usually does. */
public record DatabaseModes(Stage stage) {

    private static final String END_OTHERS =
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = 'unenrol' and pid <> pg_backend_pid()
            """;

    private static final Map<String, List<String>> TIMES =
            Map.of(
                    "dispatch",
                    List.of("lease_until", "redispatch_at", "waiting_since"),
                    "progress",
                    List.of("results_until", "progress_at"),
                    "reading_mark",
                    List.of("taken_at"),
                    "mail",
                    List.of("next_attempt_at", "recipient_refused_at", "refused_at"));

    private static final String RUNNING = " where state in ('PROCESSING', 'BUILDING_RESULTS')";

    private static final Map<String, String> ACTIVE =
            Map.of(
                    "dispatch",
                    " where import_id in (select import_id from imports.progress" + RUNNING + ")",
                    "progress",
                    RUNNING,
                    "reading_mark",
                    "",
                    "mail",
                    " where state = 'QUEUED'");

    /**
     * Writes fail from now on: in sessions that are begun from now on, and all others are ended.
     */
    public void readOnly() {
        set("alter database unenrol set default_transaction_read_only = on");
        stage.jdbc().sql(END_OTHERS).query(Integer.class).single();
    }

    /** New sessions may write again. */
    public void writable() {
        set("begin read write; alter database unenrol reset default_transaction_read_only; commit");
    }

    /** No more sessions but a few for us. */
    public void fewConnections() {
        set("alter database unenrol connection limit 3");
        stage.jdbc().sql(END_OTHERS).query(Integer.class).single();
    }

    public void manyConnections() {
        set("alter database unenrol connection limit -1");
    }

    /** The disk that uploads are written to has no room left. */
    public void diskFull() {
        set(
                """
                create function history.no_room() returns trigger language plpgsql as $$
                begin
                    raise exception using errcode = '53100', message = 'no space left on device';
                end $$
                """);
        set(
                """
                create trigger no_room before insert on imports.stored_chunk
                for each row execute function history.no_room()
                """);
    }

    public void diskFree() {
        set("drop function history.no_room() cascade");
    }

    /**
     * The clock is put back by an hour, as far as the ledger can tell: whatever it has put off or
     * noted is an hour later than it was.
     */
    public void clockPutBack() {
        for (Map.Entry<String, List<String>> table : TIMES.entrySet()) {
            String changes =
                    table.getValue().stream()
                            .map(column -> column + " = " + column + " + interval '1 hour'")
                            .collect(Collectors.joining(", "));
            set(
                    "update imports."
                            + table.getKey()
                            + " set "
                            + changes
                            + ACTIVE.get(table.getKey()));
        }
    }

    private void set(String sql) {
        stage.jdbc().sql(sql).update();
    }
}
