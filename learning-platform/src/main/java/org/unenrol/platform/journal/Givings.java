package org.unenrol.platform.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.remote.Enrolling;
import org.unenrol.platform.remote.Place;

/** Gives places back that were not there when the platform was looked at a moment ago. */
final class Givings {

    private final Calls calls;

    Givings(Calls calls) {
        this.calls = calls;
    }

    /** Adds the answers that there are; why there are none of the others. */
    Set<String> give(List<Entry> intended, List<UnenrolmentAnswer> answers) {
        List<Enrolling> enrollings = calls.enrol(intended.stream().map(Entry::pair).toList());
        Map<Entry, Place> found = lookAgain(intended, enrollings);
        Set<String> undecided = new HashSet<>();
        for (int i = 0; i < intended.size(); i++) {
            Entry entry = intended.get(i);
            Place now = found.get(entry);
            if (enrollings.get(i) instanceof Enrolling.Undecided why
                    && !(now instanceof Place.Enrolled)) {
                undecided.add(why.reason());
            } else {
                answers.add(answer(entry, enrollings.get(i), now instanceof Place.NotEnrolled));
            }
        }
        return undecided;
    }

    private Map<Entry, Place> lookAgain(List<Entry> intended, List<Enrolling> enrollings) {
        List<Entry> doubtful = new ArrayList<>();
        for (int i = 0; i < intended.size(); i++) {
            boolean isRefused = enrollings.get(i) instanceof Enrolling.Refused;
            boolean isUndecided = enrollings.get(i) instanceof Enrolling.Undecided;
            if (isUndecided || (!isRefused && !calls.confirmEndings())) {
                doubtful.add(intended.get(i));
            }
        }
        List<Place> places = calls.places(doubtful.stream().map(Entry::pair).toList());
        Map<Entry, Place> found = new HashMap<>();
        for (int i = 0; i < doubtful.size(); i++) {
            found.put(doubtful.get(i), places.get(i));
        }
        return found;
    }

    /** A place that is there already has come from a copy of this call: it was not there before. */
    private static UnenrolmentAnswer answer(Entry entry, Enrolling enrolling, boolean isMissing) {
        if (enrolling instanceof Enrolling.Refused refused) {
            return FoundAnswers.with(Standing.REFUSED, refused.reason(), entry.answer());
        }
        return isMissing
                ? FoundAnswers.with(Standing.REFUSED, null, entry.answer())
                : entry.answer();
    }
}
