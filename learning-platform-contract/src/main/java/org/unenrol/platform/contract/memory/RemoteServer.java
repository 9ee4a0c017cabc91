package org.unenrol.platform.contract.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unenrol.model.UsernameKey;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.Query;

/** The remote platform itself: what it knows, and what its calls do. Thread-safe. */
public final class RemoteServer {

    private final Map<String, Learner> learners = new HashMap<>();
    private final Map<String, Activity> activities = new HashMap<>();
    private final Set<Pair> enrolled = new HashSet<>();
    private final Set<Pair> held = new HashSet<>();
    private final Set<Pair> completed = new HashSet<>();
    private final Set<String> locked = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final List<Pair> endings = new ArrayList<>();

    public synchronized void learner(String username) {
        learners.put(
                UsernameKey.of(username),
                new Learner(username, "Name of " + username, username + "@example.org", null));
    }

    public synchronized void course(String reference, String area) {
        activities.put(reference, new Activity(reference, reference, Activity.Kind.COURSE, area));
    }

    public synchronized void enrol(String username, String reference) {
        enrolled.add(pair(username, reference));
    }

    synchronized void complete(String username, String reference) {
        completed.add(pair(username, reference));
    }

    synchronized void hold(String username, String reference) {
        held.add(pair(username, reference));
    }

    synchronized void lock(String reference) {
        locked.add(reference);
    }

    synchronized void silence(String reference, boolean isSilent) {
        if (isSilent) {
            silent.add(reference);
        } else {
            silent.remove(reference);
        }
    }

    public synchronized boolean isEnrolled(String username, String reference) {
        return enrolled.contains(pair(username, reference));
    }

    synchronized boolean hasCompleted(String username, String reference) {
        return completed.contains(pair(username, reference));
    }

    /** The enrolments that have been ended, each as often as it was. */
    public synchronized List<Pair> endings() {
        return List.copyOf(endings);
    }

    static Pair pair(String username, String reference) {
        return new Pair("user-" + UsernameKey.of(username), "course-" + reference);
    }

    private static String reference(Pair pair) {
        return pair.activityId().substring("course-".length());
    }

    synchronized List<Finding> look(List<Query> queries) {
        return queries.stream().map(this::find).toList();
    }

    private Finding find(Query query) {
        Match<Learner> learner = new Match.NotAsked<>();
        Match<Activity> activity = new Match.NotAsked<>();
        Place place = new Place.NotEnrolled();
        String username = query.username();
        String reference = query.activityReference();
        if (username != null) {
            String key = UsernameKey.of(username);
            Learner known = learners.get(key);
            learner =
                    known == null
                            ? new Match.Unknown<>(null)
                            : new Match.Known<>("user-" + key, known);
        }
        if (reference != null) {
            Activity known = activities.get(reference);
            activity =
                    known == null
                            ? new Match.Unknown<>(null)
                            : new Match.Known<>("course-" + reference, known);
        }
        if (username != null && reference != null) {
            place = place(pair(username, reference));
        }
        return new Finding(learner, activity, place);
    }

    synchronized List<Place> places(List<Pair> pairs) {
        return pairs.stream().map(this::place).toList();
    }

    /** Without a word of since when. */
    private Place place(Pair pair) {
        if (silent.contains(reference(pair))) {
            return new Place.CannotTell("The participants of this course are hidden.");
        }
        return enrolled.contains(pair)
                ? new Place.Enrolled(completed.contains(pair), null)
                : new Place.NotEnrolled();
    }

    /** Ends all of them or none; reports success even where another method keeps the place. */
    synchronized void unenrol(List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (locked.contains(reference(pair))) {
                throw RemoteFailure.ofOnePair("A course of this call is locked.");
            }
        }
        pairs.stream()
                .filter(pair -> !held.contains(pair))
                .filter(enrolled::remove)
                .forEach(endings::add);
    }

    /** Tells of each whether it is new. */
    synchronized List<Boolean> enrol(List<Pair> pairs) {
        return pairs.stream().map(enrolled::add).toList();
    }
}
