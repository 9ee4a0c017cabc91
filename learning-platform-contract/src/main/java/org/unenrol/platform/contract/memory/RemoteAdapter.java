package org.unenrol.platform.contract.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.unenrol.platform.remote.Ending;
import org.unenrol.platform.remote.Enrolling;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.LearningPlatform;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.PlatformUnavailableException;
import org.unenrol.platform.remote.Query;
import org.unenrol.platform.remote.Traits;

/** The adapter to the remote platform in memory. */
public class RemoteAdapter implements LearningPlatform {

    private static final int LARGEST_BATCH = 100;

    private final RemoteCalls calls;

    public RemoteAdapter(RemoteCalls calls) {
        this.calls = calls;
    }

    @Override
    public Traits traits() {
        if (!calls.seeSomebody()) {
            throw new PlatformUnavailableException("The credentials see nobody.");
        }
        return new Traits(LARGEST_BATCH, false);
    }

    @Override
    public List<Finding> look(List<Query> queries) {
        return asked(() -> calls.look(queries));
    }

    @Override
    public List<Place> places(List<Pair> pairs) {
        return asked(() -> calls.places(pairs));
    }

    /** Halves a call that is refused for one pair until the pair is found. */
    @Override
    public List<Ending> end(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        try {
            calls.unenrol(pairs);
            return pairs.stream().map(pair -> (Ending) new Ending.Ended()).toList();
        } catch (RemoteFailure failure) {
            if (!failure.isOfOnePair()) {
                throw unavailable(failure);
            }
            return pairs.size() == 1 ? refused(failure) : halved(pairs);
        }
    }

    private static List<Ending> refused(RemoteFailure failure) {
        return List.of(new Ending.Refused(String.valueOf(failure.getMessage())));
    }

    private List<Ending> halved(List<Pair> pairs) {
        int half = pairs.size() / 2;
        List<Ending> endings = new ArrayList<>(end(pairs.subList(0, half)));
        endings.addAll(end(pairs.subList(half, pairs.size())));
        return endings;
    }

    @Override
    public List<Enrolling> enrol(List<Pair> pairs) {
        return asked(() -> calls.enrol(pairs)).stream().map(RemoteAdapter::enrolling).toList();
    }

    private static Enrolling enrolling(boolean isNew) {
        return isNew ? new Enrolling.Enrolled() : new Enrolling.AlreadyEnrolled();
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (RemoteFailure failure) {
            throw unavailable(failure);
        }
    }

    private static PlatformUnavailableException unavailable(RemoteFailure failure) {
        return new PlatformUnavailableException("The platform does not answer.", failure);
    }
}
