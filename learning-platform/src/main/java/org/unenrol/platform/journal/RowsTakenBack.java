package org.unenrol.platform.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.remote.Finding;

/**
 * The rows that are taken back, as the journal knows them. It is the proof that a row has ended a
 * place: without it nothing is given.
 */
final class RowsTakenBack {

    private final Map<RowId, Entry> endings = new HashMap<>();
    private final Set<RowId> overtaken;

    RowsTakenBack(List<UnenrolmentRequest> requests, Entries entries) {
        Set<RowId> asked =
                requests.stream()
                        .map(UnenrolmentRequest::takesBack)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        entries.find(asked)
                .forEach(
                        (id, entry) -> {
                            if (isEnding(entry)) {
                                endings.put(id, entry);
                            }
                        });
        overtaken = entries.overtakenOf(endings.keySet());
    }

    private static boolean isEnding(Entry entry) {
        return entry.isSettled() && !entry.isTakeBack() && FoundAnswers.isToBeDone(entry.answer());
    }

    UnenrolmentAnswer answer(UnenrolmentRequest request, Finding found) {
        if (request.mode() != Mode.TAKE_BACK) {
            return FoundAnswers.of(request, found);
        }
        Entry origin = endings.get(request.takesBack());
        if (origin == null) {
            return reconsidered(FoundAnswers.of(request, found), Standing.NOTHING_TO_TAKE_BACK);
        }
        UnenrolmentAnswer answer =
                FoundAnswers.of(request.guardedBy(origin.answer().meaning()), found);
        boolean isLost =
                answer.standing() == Standing.REENROLLED && overtaken.contains(request.takesBack());
        return isLost ? reconsidered(answer, Standing.ENDED_SINCE) : answer;
    }

    /** Leaves what is to be said against the row itself. */
    private static UnenrolmentAnswer reconsidered(UnenrolmentAnswer found, Standing standing) {
        return found.standing() == null ? found : FoundAnswers.with(standing, null, found);
    }
}
