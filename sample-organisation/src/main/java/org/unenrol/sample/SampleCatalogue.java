package org.unenrol.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ActivityReference;
import org.unenrol.sample.SampleFile.Line;

/** The courses and sessions of the organisation, and the areas they are in. */
final class SampleCatalogue {

    private static final String ADD_AREAS =
            """
            insert into lms.area (name)
            select distinct area from unnest(:areas) as area
            """;

    private static final String ADD_COURSES =
            """
            insert into lms.activity (kind, external_reference, title, area)
            select 'COURSE', nullif(reference, ''), title, area
            from unnest(:references, :titles, :areas) with ordinality
                as course (reference, title, area, position)
            order by position
            """;

    private static final String ADD_SESSIONS =
            """
            insert into lms.activity
                (kind, course_id, external_reference, title, area, starts_at, ends_at)
            select 'SESSION', course.id, nullif(reference, ''), session.title, course.area,
                session.starts_at, session.ends_at
            from unnest(
                    :references, :titles, :courses, cast(:startsAt as timestamptz[]),
                    cast(:endsAt as timestamptz[])) with ordinality
                as session (reference, title, course, starts_at, ends_at, position)
            join lms.activity course on course.kind = 'COURSE' and course.title = session.course
            order by position
            """;

    private final JdbcClient jdbc;
    private final SampleFile courses = SampleFile.read("courses.csv");
    private final SampleFile sessions = SampleFile.read("sessions.csv");

    SampleCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void load() {
        jdbc.sql(ADD_AREAS).param("areas", courses.texts(2)).update();
        jdbc.sql(ADD_COURSES)
                .param("references", references(courses))
                .param("titles", courses.texts(1))
                .param("areas", courses.texts(2))
                .update();
        loadSessions(jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant());
    }

    private void loadSessions(Instant now) {
        jdbc.sql(ADD_SESSIONS)
                .param("references", references(sessions))
                .param("titles", sessions.texts(1))
                .param("courses", sessions.texts(2))
                .param("startsAt", sessions.texts(line -> startOf(line, now).toString()))
                .param("endsAt", sessions.texts(line -> endOf(line, now).toString()))
                .update();
    }

    private static String[] references(SampleFile file) {
        return file.texts(line -> ActivityReference.of(line.text(0)));
    }

    private static Instant startOf(Line session, Instant now) {
        return new YearlyDate(session.text(4)).when(YearlyDate.Occurrence.of(session.text(3)), now);
    }

    private static Instant endOf(Line session, Instant now) {
        return startOf(session, now).plus(Duration.ofHours(session.number(5)));
    }
}
