package org.unenrol.platform.remote;

import java.util.List;

/**
 * A remote platform. Thread-safe. Lists are answered in their order, an element for each.
 *
 * <p>Whatever concerns the platform as a whole (a time-out, a refusal for too many calls, an error
 * of the server, a page instead of an answer, credentials that have become blind) is thrown as
 * {@link PlatformUnavailableException}; the caller tries again without end. Whatever concerns one
 * element is its answer: where a call for several is refused for the sake of one, finding that one
 * is the adapter's work.
 */
public interface LearningPlatform {

    /**
     * Describes the platform. Asked before each batch; an adapter probes it at the start and now
     * and then.
     *
     * @throws PlatformUnavailableException when the credentials see less than they must, as then
     *     everybody would look unknown
     */
    Traits traits();

    /** Reads who and what is meant, and whether the learner has a place; changes nothing. */
    List<Finding> look(List<Query> queries);

    /** Reads whether learners have a place, by the platform's own ids; changes nothing. */
    List<Place> places(List<Pair> pairs);

    /** Ends enrolments. One that is not there, or not any more, counts as ended. */
    List<Ending> end(List<Pair> pairs);

    /** Enrols anew. */
    List<Enrolling> enrol(List<Pair> pairs);
}
