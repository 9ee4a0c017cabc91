package org.unenrol.platform.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.Activity;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.catalogue.CatalogueItem;
import org.unenrol.platform.catalogue.CataloguePage;
import org.unenrol.platform.catalogue.CatalogueSearch;
import org.unenrol.platform.catalogue.ReferenceChange;

/** The catalogue in PostgreSQL. */
public final class PostgresCatalogue implements Catalogue {

    private static final int PAGE = 25;

    private static final String SELECT =
            """
            select activity.*, course.title as course_title, (
                select count(*) from lms.enrolment
                where enrolment.activity_id = activity.id and enrolment.ended_at is null) as enrolled
            from lms.activity
            left join lms.activity course on course.id = activity.course_id
            where\s"""
                    + AreaCondition.SQL;

    private static final String MATCHES =
            """
            and (activity.title ilike :text
                or activity.external_reference collate "default" ilike :text)
            and (:kind::text is null or activity.kind = :kind)
            """;

    private final JdbcClient jdbc;

    public PostgresCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> areas() {
        return jdbc.sql("select name from lms.area order by name").query(String.class).list();
    }

    @Override
    public CataloguePage search(ManagedAreas areas, CatalogueSearch search) {
        Map<String, @Nullable Object> params = params(areas, search);
        int total =
                jdbc.sql("select count(*) from lms.activity where " + AreaCondition.SQL + MATCHES)
                        .params(params)
                        .query(Integer.class)
                        .single();
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int page = Math.max(1, Math.min(search.page(), pages));
        return new CataloguePage(
                jdbc.sql(
                                SELECT
                                        + MATCHES
                                        + "order by lower(activity.title), activity.id"
                                        + " limit :limit offset :offset")
                        .params(params)
                        .param("limit", PAGE)
                        .param("offset", (page - 1) * PAGE)
                        .query(PostgresCatalogue::item)
                        .list(),
                total,
                page,
                pages);
    }

    @Override
    public Optional<CatalogueItem> find(ManagedAreas areas, long id) {
        return jdbc.sql(SELECT + "and activity.id = :id")
                .params(AreaCondition.params(areas))
                .param("id", id)
                .query(PostgresCatalogue::item)
                .optional();
    }

    /**
     * Looks whether the reference is free before it is set, as a failed statement would end the
     * transaction of whoever asks; of two at the same moment one waits for the other.
     */
    @Override
    public ReferenceChange setReference(ManagedAreas areas, long id, @Nullable String reference) {
        if (isOfAnother(id, reference)) {
            return isManaged(areas, reference)
                    ? ReferenceChange.TAKEN
                    : ReferenceChange.NOT_AVAILABLE;
        }
        int changed =
                jdbc.sql(
                                "update lms.activity set external_reference = :reference"
                                        + " where id = :id and "
                                        + AreaCondition.SQL)
                        .param("reference", stored(reference))
                        .param("id", id)
                        .params(AreaCondition.params(areas))
                        .update();
        return changed == 1 ? ReferenceChange.MADE : ReferenceChange.NOT_FOUND;
    }

    private boolean isOfAnother(long id, @Nullable String reference) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtextextended('reference ' || :reference, 0))
                        """)
                .param("reference", stored(reference))
                .query((row, number) -> number)
                .list();
        return jdbc.sql(
                        """
                        select count(*) > 0 from lms.activity
                        where external_reference = :reference and id <> :id
                        """)
                .param("reference", stored(reference))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private boolean isManaged(ManagedAreas areas, @Nullable String reference) {
        return jdbc.sql(
                        "select count(*) > 0 from lms.activity where external_reference = :reference and "
                                + AreaCondition.SQL)
                .param("reference", stored(reference))
                .params(AreaCondition.params(areas))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String stored(@Nullable String reference) {
        String form = reference == null ? "" : ActivityReference.of(reference);
        return form.isEmpty() ? null : form;
    }

    private static Map<String, @Nullable Object> params(
            ManagedAreas areas, CatalogueSearch search) {
        Activity.Kind kind = search.kind();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.putAll(AreaCondition.params(areas));
        params.put("text", SearchText.pattern(search.text()));
        params.put("kind", kind == null ? null : kind.name());
        return params;
    }

    private static CatalogueItem item(ResultSet row, int number) throws SQLException {
        return new CatalogueItem(
                row.getLong("id"),
                Activity.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("external_reference"),
                row.getString("area"),
                row.getString("course_title"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("enrolled"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
