package org.unenrol.platform;

import static org.unenrol.platform.PlatformDatabase.JDBC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.UsernameKey;

/** Puts people, activities and enrolments onto the platform of {@link PlatformDatabase}. */
public final class PlatformFixture {

    public static final String SAFETY = "Safety";
    public static final String FINANCE = "Finance";

    private PlatformFixture() {}

    public static void area(String name) {
        JDBC.sql("insert into lms.area values (?) on conflict do nothing").param(name).update();
    }

    public static void learner(String username) {
        JDBC.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email)
                        values (:username, :key, 'Name of ' || :username, :username || '@example.org')
                        """)
                .param("username", username)
                .param("key", UsernameKey.of(username))
                .update();
    }

    public static void course(String reference, String area) {
        area(area);
        JDBC.sql(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        values ('COURSE', 'Title of ' || :reference, :reference, :area)
                        """)
                .param("reference", reference)
                .param("area", area)
                .update();
    }

    public static void course(String reference) {
        course(reference, SAFETY);
    }

    /** A session of the course, of one hour. */
    public static void session(String reference, String course, Instant endsAt) {
        JDBC.sql(
                        """
                        insert into lms.activity
                            (kind, course_id, title, external_reference, area, starts_at, ends_at)
                        select 'SESSION', id, 'Title of ' || :reference, :reference, area,
                            :endsAt - interval '1 hour', :endsAt
                        from lms.activity where external_reference = :course
                        """)
                .param("reference", reference)
                .param("course", course)
                .param("endsAt", timestamp(endsAt))
                .update();
    }

    public static void enrol(String username, String reference, Instant enrolledAt) {
        JDBC.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, a.id, :enrolledAt from lms.app_user u, lms.activity a
                        where username = :username and external_reference = :reference
                        """)
                .param("username", username)
                .param("reference", reference)
                .param("enrolledAt", timestamp(enrolledAt))
                .update();
    }

    /** Enrolled ten days ago. */
    public static void enrol(String username, String reference) {
        enrol(username, reference, now().minus(10, ChronoUnit.DAYS));
    }

    public static void complete(String username, String course, Instant completedAt) {
        JDBC.sql(
                        """
                        insert into lms.completion (user_id, course_id, completed_at, result)
                        select u.id, a.id, :completedAt, 'PASSED' from lms.app_user u, lms.activity a
                        where username = :username and external_reference = :course
                        """)
                .param("username", username)
                .param("course", course)
                .param("completedAt", timestamp(completedAt))
                .update();
    }

    public static void attend(String username, String session, String status, Instant recordedAt) {
        JDBC.sql(
                        """
                        insert into lms.attendance (user_id, session_id, status, recorded_at)
                        select u.id, a.id, :status, :recordedAt from lms.app_user u, lms.activity a
                        where username = :username and external_reference = :session
                        """)
                .param("username", username)
                .param("session", session)
                .param("status", status)
                .param("recordedAt", timestamp(recordedAt))
                .update();
    }

    /** By the clock of the database. */
    public static Instant now() {
        return PlatformDatabase.SERVER.now();
    }

    public static boolean isEnrolled(String username, String reference) {
        return openPeriod(username, reference) != null;
    }

    public static @Nullable Long openPeriod(String username, String reference) {
        return JDBC.sql(
                        """
                        select e.id from lms.enrolment e
                        join lms.app_user u on u.id = user_id
                        join lms.activity a on a.id = activity_id
                        where username = ? and external_reference = ? and ended_at is null
                        """)
                .param(username)
                .param(reference)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
