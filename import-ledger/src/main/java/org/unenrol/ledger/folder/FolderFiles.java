package org.unenrol.ledger.folder;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.model.Mode;

/** The files of drop folders. Safe for use by many threads and processes. */
public final class FolderFiles {

    private final JdbcClient jdbc;
    private final Duration lease;

    /** Takes the time after which a silent holder has lost its file. */
    public FolderFiles(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /** The files of a folder that have not been moved yet, whoever holds them. */
    public List<OpenFile> open(String folder) {
        return jdbc.sql(
                        """
                        select name, coalesce(state in ('PROCESSING', 'BUILDING_RESULTS'), false)
                            as is_under_way
                        from imports.folder_file left join imports.progress using (import_id)
                        where folder = :folder and moved_at is null
                        """)
                .param("folder", folder)
                .query(OpenFile.class)
                .list();
    }

    /**
     * Takes hold of a file. A lease that ends later than any that is given now is from before the
     * clock was put back, and holds nobody up.
     *
     * @return empty while another holds it
     */
    public Optional<FolderClaim> claim(String folder, String name) {
        return jdbc.sql(
                        """
                        insert into imports.folder_file as f (folder, name, lease_owner, lease_until)
                        values (:folder, :name, :owner, now() + cast(:duration as interval))
                        on conflict (folder, name) where moved_at is null do update
                        set lease_owner = excluded.lease_owner, lease_until = excluded.lease_until
                        where f.lease_until is null or f.lease_until < now()
                           or f.lease_until > now() + 2 * cast(:duration as interval)
                        returning id, lease_owner, folder, name, sha256, mode, size, modified_at,
                            import_id, subfolder, moved_as
                        """)
                .param("folder", folder)
                .param("name", name)
                .param("owner", UUID.randomUUID())
                .param("duration", lease.toString())
                .query(new FolderClaimRows())
                .optional();
    }

    /**
     * Renews the lease. One that has run out can be renewed for as long as nobody else has taken
     * the file.
     *
     * @throws LeaseLostException when somebody has
     */
    public void renew(FolderClaim claim) {
        change(
                claim,
                jdbc.sql(
                                """
                                update imports.folder_file
                                set lease_until = now() + cast(:duration as interval)
                                where id = :id and lease_owner = :owner and moved_at is null
                                """)
                        .param("duration", lease.toString()));
    }

    /** The imports that the same content under the same name has become in the same mode. */
    public EarlierImports earlier(FolderClaim claim, String sha256, Mode mode) {
        return jdbc.sql(
                        """
                        select (array_agg(import_id order by f.id desc)
                                   filter (where state <> 'FAILED'))[1] as valid,
                               count(distinct import_id) filter (where state = 'FAILED') as failed
                        from imports.folder_file f join imports.progress using (import_id)
                        where folder = :folder and name = :name and sha256 = :sha256 and mode = :mode
                        """)
                .param("folder", claim.folder())
                .param("name", claim.name())
                .param("sha256", sha256)
                .param("mode", mode.name())
                .query(EarlierImports.class)
                .single();
    }

    /**
     * Notes which import the file has become.
     *
     * @throws LeaseLostException when another has the file
     */
    public void taken(FolderClaim claim, TakenFile file) {
        change(
                claim,
                jdbc.sql(
                                """
                                update imports.folder_file
                                set sha256 = :sha256, mode = :mode, size = :size, modified_at = :modified,
                                    import_id = :importId, subfolder = null, moved_as = null
                                where id = :id and lease_owner = :owner and moved_at is null
                                """)
                        .param("sha256", file.sha256())
                        .param("mode", file.mode().name())
                        .param("size", file.size())
                        .param("modified", file.modified().atOffset(ZoneOffset.UTC))
                        .param("importId", file.importId()));
    }

    /**
     * Keeps a place for the file. Returns false when it is kept for another one, in whatever case
     * its name is written.
     *
     * @throws LeaseLostException when another has the file
     */
    public boolean reserve(FolderClaim claim, Destination place) {
        try {
            change(
                    claim,
                    jdbc.sql(
                                    """
                                    update imports.folder_file set subfolder = :subfolder, moved_as = :name
                                    where id = :id and lease_owner = :owner and moved_at is null
                                    """)
                            .param("subfolder", place.subfolder().name())
                            .param("name", place.name()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Notes that the file has had its turn.
     *
     * @throws LeaseLostException when another has the file
     */
    public void moved(FolderClaim claim) {
        change(
                claim,
                jdbc.sql(
                        """
                        update imports.folder_file
                        set moved_at = now(), lease_owner = null, lease_until = null
                        where id = :id and lease_owner = :owner and moved_at is null
                        """));
    }

    /** Forgets a file that is no import, and is gone from the folder. */
    public void forget(FolderClaim claim) {
        jdbc.sql(
                        """
                        delete from imports.folder_file
                        where id = :id and lease_owner = :owner and import_id is null
                        """)
                .param("id", claim.id())
                .param("owner", claim.owner())
                .update();
    }

    /** Gives the file back, so that anybody may take it at once. */
    public void release(FolderClaim claim) {
        jdbc.sql(
                        """
                        with nothing_known as (
                            delete from imports.folder_file
                            where id = :id and lease_owner = :owner and import_id is null
                              and subfolder is null)
                        update imports.folder_file set lease_owner = null, lease_until = null
                        where id = :id and lease_owner = :owner
                          and (import_id is not null or subfolder is not null)
                        """)
                .param("id", claim.id())
                .param("owner", claim.owner())
                .update();
    }

    private static void change(FolderClaim claim, StatementSpec statement) {
        int changed = statement.param("id", claim.id()).param("owner", claim.owner()).update();
        if (changed == 0) {
            throw new LeaseLostException(claim);
        }
    }
}
