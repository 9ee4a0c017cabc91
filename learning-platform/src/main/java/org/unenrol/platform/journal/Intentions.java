package org.unenrol.platform.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unenrol.model.RowId;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.remote.Ending;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.PlatformUnavailableException;

/** Brings to an end what is written down as intended. */
final class Intentions {

    private final Calls calls;
    private final Entries entries;

    Intentions(Calls calls, Entries entries) {
        this.calls = calls;
        this.entries = entries;
    }

    /**
     * Finishes what rows have intended whose process did not live to do so: where the place is gone
     * that was to be ended, or there that was to be given back, that row has done it; otherwise
     * nothing has come of it, and the row begins anew when it comes. Where the platform does not
     * tell, it stays as it is.
     *
     * @param places what is there now
     */
    void finishOfOthers(Map<Pair, Place> places) {
        List<UnenrolmentAnswer> done = new ArrayList<>();
        List<RowId> undone = new ArrayList<>();
        for (Entry other : entries.intendedFor(places.keySet())) {
            Place now = places.get(other.pair());
            if (now != null && other.isDone(now)) {
                done.add(other.answer());
            } else if (now != null && other.isUndone(now)) {
                undone.add(other.answer().id());
            }
        }
        entries.settle(done);
        entries.drop(undone);
    }

    /**
     * Ends what is still there, gives back what is not, and writes down what became of each.
     *
     * @return the answers
     * @throws PlatformUnavailableException when it is not known of some; those of which it is are
     *     written down
     */
    List<UnenrolmentAnswer> finish(List<Entry> intended) {
        List<UnenrolmentAnswer> answers = new ArrayList<>();
        List<Entry> toEnd = new ArrayList<>();
        List<Entry> toGive = new ArrayList<>();
        Map<Entry, Place> found = places(intended.stream().filter(Intentions::isOld).toList());
        for (Entry entry : intended) {
            Place now = found.get(entry);
            if (now != null && entry.isDone(now)) {
                answers.add(entry.answer());
            } else {
                (entry.isTakeBack() ? toGive : toEnd).add(entry);
            }
        }
        Set<String> undecided = end(toEnd, answers);
        undecided.addAll(new Givings(calls).give(toGive, answers));
        entries.settle(answers);
        if (!undecided.isEmpty()) {
            throw new PlatformUnavailableException(
                    "The platform does not say what became of some rows: " + undecided);
        }
        return answers;
    }

    private static boolean isOld(Entry entry) {
        return entry.writtenAt() != null;
    }

    /** Adds the answers that there are; why there are none of the others. */
    private Set<String> end(List<Entry> there, List<UnenrolmentAnswer> answers) {
        List<Ending> endings = calls.end(there.stream().map(Entry::pair).toList());
        Map<Entry, Place> found = lookAgain(there, endings);
        Set<String> undecided = new HashSet<>();
        for (int i = 0; i < there.size(); i++) {
            Entry entry = there.get(i);
            Place now = found.get(entry);
            boolean isGone = now != null && entry.isGone(now);
            if (!isGone && endings.get(i) instanceof Ending.Undecided why) {
                undecided.add(why.reason());
            } else {
                boolean isThere = now instanceof Place.Enrolled && !isGone;
                answers.add(answer(entry.answer(), endings.get(i), isThere));
            }
        }
        return undecided;
    }

    private Map<Entry, Place> lookAgain(List<Entry> ended, List<Ending> endings) {
        List<Entry> doubtful = new ArrayList<>();
        for (int i = 0; i < ended.size(); i++) {
            boolean onlySaid = endings.get(i) instanceof Ending.Ended && !calls.confirmEndings();
            if (onlySaid || endings.get(i) instanceof Ending.Undecided) {
                doubtful.add(ended.get(i));
            }
        }
        return places(doubtful);
    }

    private Map<Entry, Place> places(List<Entry> asked) {
        List<Place> places = calls.places(asked.stream().map(Entry::pair).toList());
        Map<Entry, Place> found = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            found.put(asked.get(i), places.get(i));
        }
        return found;
    }

    private static UnenrolmentAnswer answer(
            UnenrolmentAnswer intended, Ending ending, boolean isThere) {
        if (ending instanceof Ending.StillEnrolled still) {
            return FoundAnswers.with(Standing.STILL_ENROLLED, still.method(), intended);
        } else if (ending instanceof Ending.Refused refused) {
            return FoundAnswers.with(Standing.REFUSED, refused.reason(), intended);
        }
        return isThere ? FoundAnswers.with(Standing.STILL_ENROLLED, null, intended) : intended;
    }
}
