package org.unenrol.platform.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.RowId;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * Takes endings back: lock the periods that rows have ended, begin new ones, and read the marks in
 * a later statement. Whom and what a row means is told by its origin's mark, not by its words.
 */
final class TakeBacks {

    private final EndedPeriods periods;
    private final Reenrolments reenrolments;

    TakeBacks(JdbcClient jdbc) {
        periods = new EndedPeriods(jdbc);
        reenrolments = new Reenrolments(jdbc);
    }

    /** Answers each, in the same order; to be called in a transaction. */
    List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch) {
        Map<RowId, EndedPeriod> ended =
                periods.lock(
                        batch.stream()
                                .map(UnenrolmentRequest::takesBack)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        List<TakeBack> known = new ArrayList<>();
        for (UnenrolmentRequest request : batch) {
            EndedPeriod period = ended.get(request.takesBack());
            if (period != null) {
                known.add(new TakeBack(request, period));
            }
        }
        Map<UnenrolmentRequest, UnenrolmentAnswer> answers = answers(known);
        return batch.stream()
                .map(request -> answers.getOrDefault(request, TakeBack.ofNothing(request)))
                .toList();
    }

    private Map<UnenrolmentRequest, UnenrolmentAnswer> answers(List<TakeBack> known) {
        Map<UnenrolmentRequest, UnenrolmentAnswer> answers = new HashMap<>();
        if (!known.isEmpty()) {
            reenrolments.give(known.stream().filter(TakeBack::isToBeGiven).toList());
            reenrolments
                    .standings(known)
                    .forEach((one, standing) -> answers.put(one.request(), one.answer(standing)));
        }
        return answers;
    }
}
