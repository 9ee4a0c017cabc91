package org.unenrol.platform.contract;

import org.unenrol.platform.remote.LearningPlatform;

/** A remote platform that can be made to fail. */
public interface RemotePlatformUnderTest extends PlatformUnderTest {

    /** The adapter that the settler uses. */
    LearningPlatform adapter();

    /** Lets the next call that is to end enrolments fail in a way. */
    void failNextEnding(Fault fault);

    /** Lets the next call that is to enrol fail in a way. */
    void failNextEnrolling(Fault fault);

    /** Lets the next call that only reads fail in a way. */
    void failNextLook(Fault fault);

    /** Has the place be held by another enrolment method, which the platform does not tell. */
    void holdByAnotherMethod(String username, String reference);

    /** Has the platform refuse every call that names the course. */
    void lock(String reference);

    /** Has the platform not tell who has a place in the course, or tell again. */
    void silence(String reference, boolean isSilent);

    /** Lets the credentials see nothing, or all. */
    void blind(boolean isBlind);

    /** A way in which a call can fail. */
    enum Fault {
        /** A call without an answer, of which nothing was done. */
        TIME_OUT_BEFORE,
        /** A call without an answer, of which everything was done. */
        TIME_OUT_AFTER,
        /** HTTP 429. */
        TOO_MANY_CALLS,
        /** HTTP 503. */
        UNAVAILABLE,
        /** The call arrives twice. */
        TWICE,
        /** Success is told, and nothing was done. */
        LIE
    }
}
