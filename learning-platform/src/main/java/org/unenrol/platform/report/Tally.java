package org.unenrol.platform.report;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one activity, or of one learner.
 *
 * @param name the title, or the learner's name
 * @param reference the external reference, if there is one, or the username
 * @param enrolled pairs that are enrolled
 * @param unenrolled pairs that were enrolled and are not any longer
 * @param achieved pairs with a completion or an attendance
 * @param kept those of them that are not enrolled any longer
 */
public record Tally(
        long id,
        String name,
        @Nullable String reference,
        int enrolled,
        int unenrolled,
        int achieved,
        int kept) {}
