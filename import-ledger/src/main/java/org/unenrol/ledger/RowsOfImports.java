package org.unenrol.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of imports that can be taken back, or run again. */
public final class RowsOfImports {

    private static final int PAGE = 50_000;

    /**
     * Not those that are under way in another take-back, or were given back by one. Those that got
     * no place may be tried again.
     */
    private static final String ENDED =
            """
            select o.row from imports.row_outcome o
            where o.import_id = :id and o.row > :after
                and o.code in ('UNENROLLED', 'UNENROLLED_COMPLETION_KEPT')
                and not exists (
                    select from imports.import t
                    join imports.progress p on p.import_id = t.id
                    join imports.origin_row r on r.import_id = t.id and r.origin_row = o.row
                    left join imports.row_outcome b on b.import_id = t.id and b.row = r.row
                    where t.origin = :id and t.mode = 'TAKE_BACK'
                        and (b.code = 'REENROLLED'
                            or b.code is null and p.state in ('PROCESSING', 'BUILDING_RESULTS')))
            order by o.row
            limit :limit
            """;

    /**
     * Not those that are under way again, or have had their turn since; and no row that repeats an
     * earlier one, which counts.
     */
    private static final String UNPROCESSED =
            """
            select o.row from imports.row_outcome o
            where o.import_id = :id and o.row > :after
                and o.code in ('NOT_PROCESSED', 'SYSTEM_ERROR')
                and not exists (
                    select from imports.duplicate_row d where d.import_id = :id and d.row = o.row)
                and not exists (
                    select from imports.import t
                    join imports.progress p on p.import_id = t.id
                    join imports.origin_row r on r.import_id = t.id and r.origin_row = o.row
                    left join imports.row_outcome b on b.import_id = t.id and b.row = r.row
                    where t.origin = :id and t.mode <> 'TAKE_BACK'
                        and (b.code not in ('NOT_PROCESSED', 'SYSTEM_ERROR')
                            or b.code is null and p.state in ('PROCESSING', 'BUILDING_RESULTS')))
            order by o.row
            limit :limit
            """;

    private final JdbcClient jdbc;

    public RowsOfImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds the rows that have ended an enrolment and are not taken back, in ascending order. */
    public int[] toTakeBack(UUID importId) {
        return all(ENDED, importId);
    }

    /** Finds the rows that the system has failed, in ascending order. */
    public int[] toRunAgain(UUID importId) {
        return all(UNPROCESSED, importId);
    }

    private int[] all(String sql, UUID importId) {
        int[] rows = new int[0];
        int found = PAGE;
        while (found == PAGE) {
            int[] page = page(sql, importId, rows.length == 0 ? 0 : rows[rows.length - 1]);
            found = page.length;
            rows = IntStream.concat(Arrays.stream(rows), Arrays.stream(page)).toArray();
        }
        return rows;
    }

    private int[] page(String sql, UUID importId, int after) {
        List<Integer> rows =
                jdbc.sql(sql)
                        .param("id", importId)
                        .param("after", after)
                        .param("limit", PAGE)
                        .query(Integer.class)
                        .list();
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
