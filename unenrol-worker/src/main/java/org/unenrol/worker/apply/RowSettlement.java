package org.unenrol.worker.apply;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Settles rows: applies or verifies them and finds the outcome of each. Repeatable. */
public final class RowSettlement {

    private final RowSettler platform;
    private final Function<Set<String>, Map<String, ManagedAreas>> areas;
    private final MeterRegistry meters;
    private final Counter late;

    /**
     * Settles on a platform.
     *
     * @param areas tells what administrators manage at that moment, by username
     */
    public RowSettlement(
            RowSettler platform,
            Function<Set<String>, Map<String, ManagedAreas>> areas,
            MeterRegistry meters) {
        this.platform = platform;
        this.areas = areas;
        this.meters = meters;
        this.late =
                Counter.builder("unenrol.rows.late")
                        .description("Rows left alone that came after their time or their import")
                        .register(meters);
    }

    /**
     * Settles rows; what was ended is committed when this returns.
     *
     * @return an outcome for each row, in the same order; none for a row that comes after its time
     *     or after the end of its import
     */
    public List<RowOutcome> settle(List<UnenrolRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UnenrolmentAnswer> answers = platform.settle(requests(rows));
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (answers.get(i).isAnswer()) {
                outcomes.add(Verdict.of(rows.get(i), answers.get(i)));
            }
        }
        count(outcomes);
        late.increment(rows.size() - outcomes.size());
        return outcomes;
    }

    private void count(List<RowOutcome> outcomes) {
        outcomes.stream()
                .collect(Collectors.groupingBy(RowOutcome::code, Collectors.counting()))
                .forEach(
                        (code, rows) ->
                                meters.counter("unenrol.rows.settled", "code", code.name())
                                        .increment(rows));
    }

    private List<UnenrolmentRequest> requests(List<UnenrolRow> rows) {
        Map<String, ManagedAreas> managed =
                areas.apply(rows.stream().map(UnenrolRow::submittedBy).collect(Collectors.toSet()));
        return rows.stream()
                .map(
                        row ->
                                requestOf(
                                        row,
                                        managed.getOrDefault(row.submittedBy(), ManagedAreas.NONE)))
                .toList();
    }

    private static UnenrolmentRequest requestOf(UnenrolRow row, ManagedAreas areas) {
        return new UnenrolmentRequest(
                row.id(),
                row.mode(),
                row.submittedAt(),
                areas,
                row.username(),
                row.activityReference(),
                row.verifiedAs(),
                row.validUntil(),
                row.isActionable(),
                row.takesBack());
    }
}
