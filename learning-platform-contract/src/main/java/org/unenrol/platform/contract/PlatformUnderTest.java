package org.unenrol.platform.contract;

import java.time.Instant;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.RowSettler;

/** A platform with nobody and nothing on it, for one test. */
public interface PlatformUnderTest {

    RowSettler settler();

    ImportFence fence();

    /** The present by the clock that the settler goes by. */
    Instant now();

    /** Adds a learner. */
    void learner(String username);

    /** Adds a course. */
    void course(String reference, String area);

    /** Enrols a learner in a course, ten days ago where the platform keeps times. */
    void enrol(String username, String reference);

    /** Enrols a learner in a course now. */
    void enrolNow(String username, String reference);

    /** Lets a learner complete a course, before now. */
    void complete(String username, String reference);

    boolean isEnrolled(String username, String reference);

    boolean hasCompleted(String username, String reference);

    /** Tells how many enrolments have ever been ended. */
    int endings();

    /** Tells whether the platform knows since when somebody is enrolled. */
    default boolean tellsSince() {
        return true;
    }
}
