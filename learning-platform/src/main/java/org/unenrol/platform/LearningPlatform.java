package org.unenrol.platform;

import java.util.List;

/** The platform whose learners are unenrolled. Other platforms become further adapters. */
public interface LearningPlatform {

    /**
     * Answers each request, in the same order, in one transaction of a handful of statements.
     *
     * <p>A request may come again at any time, also twice at the same moment: it then gets the same
     * answer and ends nothing further. An exception means that nothing has been done.
     */
    List<UnenrolmentAnswer> unenrol(List<UnenrolmentRequest> batch);
}
