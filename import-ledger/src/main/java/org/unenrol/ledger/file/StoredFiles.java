package org.unenrol.ledger.file;

import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of imports: uploads and results. Safe for use by many threads. */
public final class StoredFiles {

    private static final String DELETE_CHUNKS =
            """
            with unused as (
                select f.id from imports.stored_file f
                where (f.created_at < now() - cast(:duration as interval) and f.released_at is null
                       or f.released_at < now() - interval '1 hour')
                  and not exists (select from imports.import i where i.upload_file = f.id)
                  and not exists (select from imports.progress p where p.results_file = f.id)
                  and exists (select from imports.stored_chunk c where c.file_id = f.id)
                limit 1
                for update of f skip locked)
            delete from imports.stored_chunk where (file_id, seq) in (
                select c.file_id, c.seq from unused
                join imports.stored_chunk c on c.file_id = unused.id
                order by c.seq desc
                limit 100)
            """;

    private static final String DELETE_FILES =
            """
            delete from imports.stored_file where id in (
                select f.id from imports.stored_file f
                where (f.created_at < now() - cast(:duration as interval) and f.released_at is null
                       or f.released_at < now() - interval '1 hour')
                  and not exists (select from imports.import i where i.upload_file = f.id)
                  and not exists (select from imports.progress p where p.results_file = f.id)
                  and not exists (select from imports.stored_chunk c where c.file_id = f.id)
                limit 100
                for update of f skip locked)
            """;

    private final JdbcClient jdbc;

    public StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins a new file. What has been written is durable chunk by chunk, and complete after close.
     */
    public StoredFileWriter create() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into imports.stored_file (id) values (:id)").param("id", id).update();
        return new StoredFileWriter(id, (seq, bytes) -> writeChunk(id, seq, bytes));
    }

    /** The bytes of a file from its beginning; empty when there is no such file. */
    public InputStream open(UUID id) {
        return new StoredFileReader(seq -> readChunk(id, seq));
    }

    public void delete(UUID id) {
        jdbc.sql("delete from imports.stored_file where id = :id").param("id", id).update();
    }

    /**
     * Deletes some of what there is of files that no import refers to and that are older than the
     * time given, or were given up an hour ago: whoever was reading one then is done. What is
     * killed between two steps is gone on with.
     *
     * @return how many chunks and files; zero when none is left
     */
    public int deleteOrphans(Duration age) {
        int chunks = jdbc.sql(DELETE_CHUNKS).param("duration", age.toString()).update();
        return chunks + jdbc.sql(DELETE_FILES).param("duration", age.toString()).update();
    }

    private void writeChunk(UUID id, int seq, byte[] bytes) {
        jdbc.sql(
                        "insert into imports.stored_chunk (file_id, seq, bytes) values (:id, :seq, :bytes)")
                .param("id", id)
                .param("seq", seq)
                .param("bytes", bytes)
                .update();
    }

    private byte[] readChunk(UUID id, int seq) {
        return jdbc.sql("select bytes from imports.stored_chunk where file_id = :id and seq = :seq")
                .param("id", id)
                .param("seq", seq)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> new byte[0]);
    }
}
