package org.unenrol.platform;

import java.util.List;
import java.util.Optional;

/** The open enrolments of learners, of a platform that tells them. */
public interface OpenEnrolments {

    /**
     * Finds the external references of the activities in which a learner is enrolled at this
     * moment, in order. Activities without a reference, which no row can name, are left out.
     *
     * @param username in whatever case it is written
     * @return empty when no learner has the username
     */
    Optional<List<String>> referencesOf(String username);
}
