package org.unenrol.platform.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.model.RowId;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.PlatformUnavailableException;

/** The entries of the journal. Each call is a transaction of its own. */
final class Entries {

    private static final String FIND =
            """
            select entry.*
            from unnest(cast(:imports as uuid[]), :rows) as asked (import_id, "row")
            join journal.entry using (import_id, "row")
            """;

    private static final String INTENDED =
            """
            select entry.*
            from unnest(:learners, :activities) as asked (learner_id, activity_id)
            join journal.entry using (learner_id, activity_id)
            where entry.state = 'INTENDED'
            """;

    private static final String FENCED =
            "select import_id from journal.fenced_import where import_id = any (cast(:imports as uuid[]))";

    private static final String ADD =
            """
            insert into journal.entry (import_id, "row", state, learner_id, activity_id, ended, answer)
            select import_id, "row", state, learner, activity, false, answer
            from unnest(cast(:imports as uuid[]), :rows, :states, :learners, :activities,
                cast(:answers as jsonb[])) as found (import_id, "row", state, learner, activity, answer)
            where not exists (
                select from journal.fenced_import where fenced_import.import_id = found.import_id)
            on conflict do nothing
            """;

    private static final String SETTLE =
            """
            update journal.entry
            set state = 'SETTLED', ended = settled.ended, answer = settled.answer
            from unnest(cast(:imports as uuid[]), :rows, :ended, cast(:answers as jsonb[]))
                as settled (import_id, "row", ended, answer)
            where entry.import_id = settled.import_id and entry."row" = settled."row"
                and entry.state = 'INTENDED'
            """;

    /** Rows that have taken effect on the same place after the one that is to be taken back. */
    private static final String OVERTAKEN =
            """
            select distinct origin.import_id, origin."row"
            from unnest(cast(:imports as uuid[]), :rows) as asked (import_id, "row")
            join journal.entry origin using (import_id, "row")
            join journal.entry later
                on later.learner_id = origin.learner_id and later.activity_id = origin.activity_id
            where later.ended and later.state = 'SETTLED' and later.written_at > origin.written_at
            """;

    private static final String DROP =
            """
            delete from journal.entry
            using unnest(cast(:imports as uuid[]), :rows) as dropped (import_id, "row")
            where entry.import_id = dropped.import_id and entry."row" = dropped."row"
                and entry.state = 'INTENDED'
            """;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<RowId, Entry> find(Collection<RowId> rows) {
        Map<RowId, Entry> found = new HashMap<>();
        if (!rows.isEmpty()) {
            RowCallbackHandler collect = row -> found.put(idIn(row), entry(row));
            bind(jdbc.sql(FIND), rows).query(collect);
        }
        return found;
    }

    /** Finds intentions of any row for one of the pairs. */
    List<Entry> intendedFor(Collection<Pair> pairs) {
        return pairs.isEmpty()
                ? List.of()
                : jdbc.sql(INTENDED)
                        .param("learners", texts(pairs, Pair::learnerId))
                        .param("activities", texts(pairs, Pair::activityId))
                        .query((row, number) -> entry(row))
                        .list();
    }

    /** Finds those after which another row has ended or given back the same place. */
    Set<RowId> overtakenOf(Collection<RowId> effects) {
        return effects.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        bind(jdbc.sql(OVERTAKEN), effects)
                                .query((row, number) -> idIn(row))
                                .list());
    }

    Set<UUID> fencedOf(Set<UUID> imports) {
        return imports.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql(FENCED)
                                .param("imports", texts(imports, UUID::toString))
                                .query(UUID.class)
                                .list());
    }

    /**
     * Writes down what was found: where a place is to be ended or given back, that this is
     * intended.
     *
     * @throws PlatformUnavailableException when somebody else has written one of them meanwhile;
     *     nothing has been done about any of them then
     */
    void add(List<UnenrolmentAnswer> found) {
        if (found.isEmpty()) {
            return;
        }
        int added =
                bind(jdbc.sql(ADD), found.stream().map(UnenrolmentAnswer::id).toList())
                        .param("states", texts(found, Entries::state))
                        .param("learners", texts(found, one -> one.username().id()))
                        .param("activities", texts(found, one -> one.reference().id()))
                        .param("answers", texts(found, StoredAnswer::write))
                        .update();
        if (added != found.size()) {
            throw new PlatformUnavailableException(
                    "Somebody else has rows of this batch under way: they are asked for again.");
        }
    }

    private static String state(UnenrolmentAnswer answer) {
        return FoundAnswers.isToBeDone(answer) ? "INTENDED" : "SETTLED";
    }

    /** Writes down what became of intentions. */
    void settle(List<UnenrolmentAnswer> answers) {
        if (!answers.isEmpty()) {
            bind(jdbc.sql(SETTLE), answers.stream().map(UnenrolmentAnswer::id).toList())
                    .param(
                            "ended",
                            answers.stream().map(FoundAnswers::isToBeDone).toArray(Boolean[]::new))
                    .param("answers", texts(answers, StoredAnswer::write))
                    .update();
        }
    }

    /** Forgets intentions of which nothing has come; their rows begin anew. */
    void drop(List<RowId> intentions) {
        if (!intentions.isEmpty()) {
            bind(jdbc.sql(DROP), intentions).update();
        }
    }

    private static StatementSpec bind(StatementSpec statement, Collection<RowId> rows) {
        return statement
                .param("imports", texts(rows, row -> row.importId().toString()))
                .param("rows", rows.stream().mapToInt(RowId::row).toArray());
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static RowId idIn(ResultSet row) throws SQLException {
        return new RowId(row.getObject("import_id", UUID.class), row.getInt("row"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                StoredAnswer.read(idIn(row), row.getString("answer")),
                row.getString("state").equals("SETTLED"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
