package org.unenrol.guarantees.fault;

import org.unenrol.guarantees.system.Stage;

/** Makes the database refuse what it usually does. */
public record DatabaseModes(Stage stage) {

    private static final String END_OTHERS =
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = 'unenrol' and pid <> pg_backend_pid()
            """;

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

    /** What uploads are written to has no room left. */
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

    private void set(String sql) {
        stage.jdbc().sql(sql).update();
    }
}
