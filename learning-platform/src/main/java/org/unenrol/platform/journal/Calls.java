package org.unenrol.platform.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.remote.Ending;
import org.unenrol.platform.remote.Enrolling;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.LearningPlatform;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.Query;
import org.unenrol.platform.remote.Traits;

/** Calls to a platform, none of them larger than it takes. */
final class Calls {

    private final LearningPlatform platform;
    private final Traits traits;

    Calls(LearningPlatform platform) {
        this.platform = platform;
        this.traits = platform.traits();
    }

    boolean confirmEndings() {
        return traits.confirmsEndings();
    }

    List<Finding> look(List<UnenrolmentRequest> requests) {
        return inPieces(
                requests.stream()
                        .map(one -> new Query(one.username(), one.activityReference(), one.areas()))
                        .toList(),
                platform::look);
    }

    List<Place> places(List<Pair> pairs) {
        return inPieces(pairs, platform::places);
    }

    List<Ending> end(List<Pair> pairs) {
        return inPieces(pairs, platform::end);
    }

    List<Enrolling> enrol(List<Pair> pairs) {
        return inPieces(pairs, platform::enrol);
    }

    private <T, A> List<A> inPieces(List<T> all, Function<List<T>, List<A>> call) {
        List<A> answers = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += traits.largestBatch()) {
            List<T> piece = all.subList(from, Math.min(all.size(), from + traits.largestBatch()));
            List<A> answered = call.apply(piece);
            if (answered.size() != piece.size()) {
                throw new IllegalStateException(
                        "%d answers to %d questions".formatted(answered.size(), piece.size()));
            }
            answers.addAll(answered);
        }
        return answers;
    }
}
