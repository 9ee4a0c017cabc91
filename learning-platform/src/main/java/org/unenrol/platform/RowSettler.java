package org.unenrol.platform;

import java.util.List;

/** Settles rows on the platform whose learners they are about. Each platform has an adapter. */
public interface RowSettler {

    /**
     * Answers each request, in the same order.
     *
     * <p>A request may come again at any time, also twice at the same moment: it then gets the same
     * answer and ends and gives nothing further. An exception means that some of them may have been
     * settled, and that all are to be asked for again.
     */
    List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch);
}
