package org.unenrol.platform.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unenrol.model.RowId;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;

/**
 * One batch on its way: look, write down what was found, act, write down what became of it. Nobody
 * else acts on its learners meanwhile.
 */
final class SettledBatch {

    private final Calls calls;
    private final Entries entries;
    private final Intentions intentions;
    private final Map<RowId, UnenrolmentAnswer> answers;

    /**
     * Settles into a map.
     *
     * @param answers gets an answer for each row
     */
    SettledBatch(Calls calls, Entries entries, Map<RowId, UnenrolmentAnswer> answers) {
        this.calls = calls;
        this.entries = entries;
        this.intentions = new Intentions(calls, entries);
        this.answers = answers;
    }

    void settle(Collection<UnenrolmentRequest> requests) {
        Map<RowId, UnenrolmentRequest> open = new LinkedHashMap<>();
        requests.forEach(request -> open.put(request.id(), request));
        Map<RowId, Entry> known = entries.find(applied(open).map(UnenrolmentRequest::id).toList());
        known.values().stream().filter(Entry::isSettled).forEach(one -> answer(one.answer()));
        open.keySet().removeAll(answers.keySet());
        leaveToTheFence(open);
        open.keySet().removeAll(answers.keySet());
        List<Entry> intended =
                known.values().stream().filter(one -> open.containsKey(one.answer().id())).toList();
        intended.forEach(one -> open.remove(one.answer().id()));
        settle(List.copyOf(open.values()), intended);
    }

    private static Stream<UnenrolmentRequest> applied(Map<RowId, UnenrolmentRequest> open) {
        return open.values().stream().filter(UnenrolmentRequest::applies);
    }

    private void leaveToTheFence(Map<RowId, UnenrolmentRequest> open) {
        Set<UUID> fenced =
                entries.fencedOf(
                        applied(open)
                                .map(request -> request.id().importId())
                                .collect(Collectors.toSet()));
        applied(open)
                .map(UnenrolmentRequest::id)
                .filter(id -> fenced.contains(id.importId()))
                .forEach(id -> answer(UnenrolmentAnswer.leftAlone(id, Standing.IMPORT_ENDED)));
    }

    /** Of several rows for one place, all but the first wait until that one is settled. */
    private void settle(List<UnenrolmentRequest> fresh, List<Entry> intended) {
        Set<Pair> taken = intended.stream().map(Entry::pair).collect(Collectors.toSet());
        List<UnenrolmentRequest> waiting = new ArrayList<>();
        Map<Pair, Place> places = new HashMap<>();
        List<UnenrolmentAnswer> found = new ArrayList<>();
        RowsTakenBack origins = new RowsTakenBack(fresh, entries);
        List<Finding> findings = calls.look(fresh);
        for (int i = 0; i < fresh.size(); i++) {
            UnenrolmentRequest request = fresh.get(i);
            UnenrolmentAnswer answer = origins.answer(request, findings.get(i));
            if (!request.applies()) {
                answer(answer);
            } else if (answer.standing() == null) {
                found.add(answer);
            } else if (taken.add(FoundAnswers.pair(answer))) {
                found.add(answer);
                places.put(FoundAnswers.pair(answer), findings.get(i).place());
            } else {
                waiting.add(request);
            }
        }
        intentions.finishOfOthers(places);
        finish(found, intended);
        if (!waiting.isEmpty()) {
            settle(waiting);
        }
    }

    private void finish(List<UnenrolmentAnswer> found, List<Entry> intended) {
        entries.add(found);
        List<Entry> all = new ArrayList<>(intended);
        for (UnenrolmentAnswer answer : found) {
            if (FoundAnswers.isToBeDone(answer)) {
                all.add(Entry.justIntended(answer));
            } else {
                answer(answer);
            }
        }
        intentions.finish(all).forEach(this::answer);
    }

    private void answer(UnenrolmentAnswer answer) {
        answers.put(answer.id(), answer);
    }
}
