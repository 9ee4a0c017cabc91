package org.unenrol.platform.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Activity;

/**
 * A course or a session.
 *
 * @param externalReference null: no file can name it
 * @param courseTitle the course that a session belongs to; null for a course
 * @param startsAt null for a course
 * @param endsAt null for a course
 * @param enrolled how many learners are enrolled at this moment
 */
public record CatalogueItem(
        long id,
        Activity.Kind kind,
        String title,
        @Nullable String externalReference,
        String area,
        @Nullable String courseTitle,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int enrolled) {}
