package org.unenrol.platform.contract.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.contract.RemotePlatformUnderTest.Fault;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.Query;

/** The way to the remote platform, on which calls get lost, are repeated and are refused. */
public class RemoteCalls {

    private final RemoteServer server;
    private final Deque<Fault> ofEndings = new ArrayDeque<>();
    private final Deque<Fault> ofEnrollings = new ArrayDeque<>();
    private final Deque<Fault> ofLooks = new ArrayDeque<>();
    private volatile boolean isBlind;

    public RemoteCalls(RemoteServer server) {
        this.server = server;
    }

    synchronized void failNextEnding(Fault fault) {
        ofEndings.add(fault);
    }

    synchronized void failNextEnrolling(Fault fault) {
        ofEnrollings.add(fault);
    }

    synchronized void failNextLook(Fault fault) {
        ofLooks.add(fault);
    }

    void blind(boolean blind) {
        isBlind = blind;
    }

    /** Tells whether the credentials see anybody. */
    boolean seeSomebody() {
        return !isBlind;
    }

    List<Finding> look(List<Query> queries) {
        return read(
                () ->
                        server.look(
                                isBlind
                                        ? queries.stream().map(RemoteCalls::ofNobody).toList()
                                        : queries));
    }

    private static Query ofNobody(Query query) {
        return new Query("", "", query.areas());
    }

    List<Place> places(List<Pair> pairs) {
        return read(() -> server.places(pairs));
    }

    private <T> T read(Supplier<T> call) {
        Fault fault = next(ofLooks, false);
        if (fault != null) {
            throw failure(fault);
        }
        return call.get();
    }

    void unenrol(List<Pair> pairs) {
        change(next(ofEndings, true), () -> server.unenrol(pairs));
    }

    List<Boolean> enrol(List<Pair> pairs) {
        List<Boolean> last = new ArrayList<>(Collections.nCopies(pairs.size(), true));
        change(
                next(ofEnrollings, true),
                () -> {
                    last.clear();
                    last.addAll(server.enrol(pairs));
                });
        return last;
    }

    private static void change(@Nullable Fault fault, Runnable call) {
        if (fault == null) {
            call.run();
            return;
        }
        switch (fault) {
            case TWICE -> {
                call.run();
                call.run();
            }
            case TIME_OUT_AFTER -> {
                call.run();
                throw failure(fault);
            }
            case LIE -> {}
            case TIME_OUT_BEFORE, TOO_MANY_CALLS, UNAVAILABLE -> throw failure(fault);
        }
    }

    private static RemoteFailure failure(Fault fault) {
        return RemoteFailure.ofThePlatform(fault.name());
    }

    /**
     * Chooses a fault for the next call; null for none.
     *
     * @param changes whether the call changes something
     */
    protected @Nullable Fault fault(boolean changes) {
        return null;
    }

    private synchronized @Nullable Fault next(Deque<Fault> wanted, boolean changes) {
        Fault first = wanted.poll();
        return first == null ? fault(changes) : first;
    }
}
