package org.unenrol.ledger.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.model.UsernameKey;

/** Finds where an import names a person. */
final class Mentions {

    private final JdbcClient jdbc;
    private final StoredFiles files;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.files = new StoredFiles(jdbc);
    }

    /** The rows of a file that are of the person. */
    List<Integer> rows(UUID upload, String charset, String key) {
        List<Integer> found = new ArrayList<>();
        try (UnenrolmentFile file =
                UnenrolmentFile.open(
                        files.open(upload), FileLimits.unlimited(), Charset.forName(charset))) {
            for (FileRow row = file.next(); row != null; row = file.next()) {
                String username = row.username();
                if (username != null && UsernameKey.of(username).equals(key)) {
                    found.add(row.row());
                }
            }
        } catch (RefusedFileException e) {
            // Nobody can read it: it names nobody to anybody.
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Tells whether the username stands in what is said of rows of others. */
    boolean isHinted(UUID importId, String key) {
        return jdbc
                .sql(
                        """
                        select distinct detail ->> 'near'
                        from imports.row_outcome, json_array_elements(details) as detail
                        where import_id = :id and json_typeof(details) = 'array'
                          and detail ->> 'near' is not null
                        """)
                .param("id", importId)
                .query(String.class)
                .list()
                .stream()
                .anyMatch(near -> UsernameKey.of(near).equals(key));
    }

    /** The recorded rows that are of the person, of an import whose file is gone. */
    List<Integer> recordedRows(UUID importId, String key) {
        List<Integer> found = new ArrayList<>();
        RowCallbackHandler collect =
                row -> {
                    if (UsernameKey.of(row.getString("username")).equals(key)) {
                        found.add(row.getInt("row"));
                    }
                };
        jdbc.sql(
                        """
                        select row, username from imports.row_outcome
                        where import_id = :id and username is not null
                        """)
                .param("id", importId)
                .query(collect);
        return found;
    }

    /** Counts mails about rows. */
    int mails(UUID importId, List<Integer> rows) {
        return jdbc.sql(
                        """
                        select count(*) from imports.mail
                        where import_id = :id and row = any (:rows::int[])
                        """)
                .param("id", importId)
                .param("rows", rows.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Tells whether mails to learners are there of an import whose file is gone. */
    boolean hasMailsToLearners(UUID importId) {
        return jdbc.sql(
                        """
                        select exists (
                            select from imports.mail where import_id = :id and kind like 'LEARNER%')
                        """)
                .param("id", importId)
                .query(Boolean.class)
                .single();
    }
}
