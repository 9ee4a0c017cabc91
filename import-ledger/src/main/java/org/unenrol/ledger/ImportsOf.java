package org.unenrol.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.model.ImportState;

/**
 * The imports that a {@link Viewer} may know of, read and decided upon. Those of others are not
 * there: nothing tells them from imports that never were. This is the only way from pages and calls
 * to imports, and the one place of that rule.
 */
public final class ImportsOf {

    private static final String VISIBLE =
            "(:onlyOf::text is null or i.submitted_by = :onlyOf::text) ";

    private final JdbcClient jdbc;
    private final Imports imports;
    private final Viewer viewer;

    ImportsOf(JdbcClient jdbc, Imports imports, Viewer viewer) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.viewer = viewer;
    }

    /** Tells whether there are imports of other people among them. */
    public boolean areOfEverybody() {
        return viewer.seesAll();
    }

    public Optional<Import> find(UUID id) {
        return visible(ImportRows.SELECT, "and i.id = :id")
                .param("id", id)
                .query(new ImportRows())
                .optional();
    }

    /** Those of these that there are. */
    public Set<UUID> among(Collection<UUID> ids) {
        return visible("select i.id from imports.import i ", "and i.id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /**
     * A page of the history, newest first.
     *
     * @param after the sequence of the last import of the page before, or null for the first page
     */
    public List<Import> page(HistoryFilter filter, @Nullable Long after, int limit) {
        ImportState state = filter.state();
        return visible(
                        ImportRows.SELECT,
                        """
                          and (:state::text is null or p.state = :state)
                          and (:submittedBy::text is null or i.submitted_by = :submittedBy)
                          and (:source::text is null or i.source = :source)
                          and (:patterns::text[] is null or lower(concat_ws(' ',
                                  i.file_name, i.reason, i.submitter_name, i.submitted_by)) like all (:patterns))
                          and (:since::timestamptz is null or i.submitted_at >= :since)
                          and (:until::timestamptz is null or i.submitted_at < :until)
                          and (:after::bigint is null or i.sequence < :after)
                        order by i.sequence desc
                        limit :limit
                        """)
                .param("state", state == null ? null : state.name())
                .param("submittedBy", filter.submittedBy())
                .param("source", filter.source())
                .param("patterns", SearchWords.patterns(filter.search()))
                .param("since", offset(filter.since()))
                .param("until", offset(filter.until()))
                .param("after", after)
                .param("limit", limit)
                .query(new ImportRows())
                .list();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Everybody who has submitted one of them, by name, with the latest of their addresses. */
    public List<Submitter> submitters() {
        return visible(
                        """
                        select distinct on (submitter_name, submitted_by)
                            submitted_by as username, submitter_name as name, submitter_email as email, language,
                            null::text as source
                        from imports.import i
                        """,
                        "order by submitter_name, submitted_by, sequence desc")
                .query(Submitter.class)
                .list();
    }

    /** The newest that applies what the given one has verified. */
    public Optional<Import> latestApplying(UUID verified) {
        return visible(
                        ImportRows.SELECT,
                        "and i.verified_by = :id order by i.sequence desc limit 1")
                .param("id", verified)
                .query(new ImportRows())
                .optional();
    }

    /** Those that take rows of the given one back, or run them again, newest first. */
    public List<Import> ofRowsOf(UUID origin) {
        return visible(ImportRows.SELECT, "and i.origin = :id order by i.sequence desc limit 100")
                .param("id", origin)
                .query(new ImportRows())
                .list();
    }

    /** Tells whether one of them has been applied, whoever did; false where it is not there. */
    public boolean hasBeenApplied(UUID verified) {
        return visible(
                        "select count(*) > 0 from imports.import i ",
                        """
                        and i.id = :id
                        and exists (select from imports.import a where a.verified_by = i.id)
                        """)
                .param("id", verified)
                .query(Boolean.class)
                .single();
    }

    /** Likewise {@link Imports#apply}; empty also where that import is not there. */
    public Optional<Submission> apply(UUID verified, Application application) {
        return find(verified).flatMap(known -> imports.apply(known.id(), application));
    }

    /** Likewise, as it was verified. */
    public Optional<Submission> apply(
            UUID verified, Submitter submitter, @Nullable String idempotencyKey) {
        return apply(verified, Application.by(submitter).withKey(idempotencyKey));
    }

    /** Likewise {@link Imports#cancel}, in the viewer's name; false also where it is not there. */
    public boolean cancel(UUID id) {
        return find(id).filter(known -> imports.cancel(id, viewer.username())).isPresent();
    }

    private StatementSpec visible(String select, String rest) {
        return jdbc.sql(select + "where " + VISIBLE + rest).param("onlyOf", viewer.onlyOf());
    }
}
