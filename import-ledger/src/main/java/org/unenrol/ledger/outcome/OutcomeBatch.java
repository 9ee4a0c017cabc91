package org.unenrol.ledger.outcome;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;

/**
 * Outcomes column by column, as {@code unnest} takes them. Of several for one row the first counts,
 * unless a later one tells that a place has been ended or given back.
 */
final class OutcomeBatch {

    private final List<RowOutcome> outcomes;

    OutcomeBatch(List<RowOutcome> outcomes) {
        Map<RowId, RowOutcome> best = new LinkedHashMap<>();
        outcomes.forEach(outcome -> best.merge(outcome.id(), outcome, OutcomeBatch::better));
        this.outcomes = List.copyOf(best.values());
    }

    private static RowOutcome better(RowOutcome first, RowOutcome later) {
        return later.code().isEffect() && !first.code().isEffect() ? later : first;
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

    String[] details() {
        return column(outcome -> DetailsJson.write(outcome.details()), String[]::new);
    }

    String[] meanings(Function<Meaning, @Nullable String> part) {
        return column(
                outcome -> {
                    Meaning meaning = outcome.meaning();
                    return meaning == null ? null : storable(part.apply(meaning));
                },
                String[]::new);
    }

    String[] contents(Function<RowContent, @Nullable String> part) {
        return column(
                outcome -> {
                    RowContent content = outcome.content();
                    return content == null ? null : storable(part.apply(content));
                },
                String[]::new);
    }

    /**
     * Those outcomes of other rows than the given ones that tell of a place that has been ended or
     * given back.
     */
    OutcomeBatch effectsBut(Collection<RowId> recorded) {
        return new OutcomeBatch(
                outcomes.stream()
                        .filter(outcome -> outcome.code().isEffect())
                        .filter(outcome -> !recorded.contains(outcome.id()))
                        .toList());
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

    String[] notices(Function<RowOutcome.LearnerNotice, @Nullable String> part) {
        return column(
                outcome -> {
                    RowOutcome.@Nullable LearnerNotice notice = outcome.notice();
                    return notice == null ? "" : storable(part.apply(notice));
                },
                String[]::new);
    }

    /** PostgreSQL stores no U+0000 in a text; U+FFFD stands for it. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\ufffd');
    }

    private <T> T[] column(Function<RowOutcome, @Nullable T> part, IntFunction<T[]> array) {
        return outcomes.stream().map(part).toArray(array);
    }
}
