package org.unenrol.ledger.event;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.OutcomeCode;

/**
 * The numbers of rows of an import by outcome, as queries bring it along: {@code CODE=n,CODE=n}.
 */
public final class OutcomeCounts {

    /** A column for a query that has an import {@code i}. */
    public static final String COLUMN =
            """
            (select string_agg(c.code || '=' || c.rows, ',')
             from imports.outcome_count c where c.import_id = i.id and c.rows > 0) as outcomes
            """;

    private OutcomeCounts() {}

    /** Reads {@link #COLUMN}; codes without rows are absent. */
    public static Map<OutcomeCode, Integer> parse(@Nullable String counts) {
        Map<OutcomeCode, Integer> outcomes = new EnumMap<>(OutcomeCode.class);
        if (counts != null) {
            for (String count : counts.split(",")) {
                int equals = count.indexOf('=');
                outcomes.put(
                        OutcomeCode.valueOf(count.substring(0, equals)),
                        Integer.valueOf(count.substring(equals + 1)));
            }
        }
        return outcomes;
    }
}
