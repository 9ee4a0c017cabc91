package org.unenrol.ledger.outcome;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;

/**
 * Outcomes column by column, as {@code unnest} takes them; of several for one row the first counts.
 */
final class OutcomeBatch {

    private final List<RowOutcome> outcomes;

    OutcomeBatch(List<RowOutcome> outcomes) {
        Map<RowId, RowOutcome> first = new LinkedHashMap<>();
        outcomes.forEach(outcome -> first.putIfAbsent(outcome.id(), outcome));
        this.outcomes = List.copyOf(first.values());
    }

    UUID[] importIds() {
        return column(RowOutcome::importId, UUID[]::new);
    }

    int[] rows() {
        return outcomes.stream().mapToInt(RowOutcome::row).toArray();
    }

    long[] lines() {
        return outcomes.stream().mapToLong(RowOutcome::line).toArray();
    }

    String[] codes() {
        return column(outcome -> outcome.code().name(), String[]::new);
    }

    String[] messages() {
        return column(RowOutcome::message, String[]::new);
    }

    /** Those of the given rows whose learner is to be told. */
    OutcomeBatch withNotices(Collection<RowId> recorded) {
        return new OutcomeBatch(
                outcomes.stream()
                        .filter(outcome -> outcome.notice() != null)
                        .filter(outcome -> recorded.contains(outcome.id()))
                        .toList());
    }

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    String[] notices(Function<RowOutcome.LearnerNotice, String> part) {
        return column(
                outcome -> {
                    RowOutcome.@Nullable LearnerNotice notice = outcome.notice();
                    return notice == null ? "" : part.apply(notice);
                },
                String[]::new);
    }

    private <T> T[] column(Function<RowOutcome, T> part, IntFunction<T[]> array) {
        return outcomes.stream().map(part).toArray(array);
    }
}
