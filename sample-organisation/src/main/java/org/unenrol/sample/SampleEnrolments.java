package org.unenrol.sample;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The enrolments, and what came of them. Numbers that look drawn are computed from the place of a
 * learner and an activity in the alphabet, so that they are always the same.
 */
final class SampleEnrolments {

    /** A share, in per cent, of the learners in each activity, bar what the example file names. */
    private static final String ENROL =
            """
            with learner as (
                select id, username, row_number() over (order by username_key) as number
                from lms.app_user
            ), offered as (
                select activity.*, share, row_number() over (order by title collate "C") as number
                from lms.activity
                join unnest(:titles, :shares) as popularity (title, share) using (title)
            ), drawn as (
                select learner.id as user_id, offered.id as activity_id, starts_at, share,
                    (learner.number * 7919 + offered.number * 104729
                        + learner.number * offered.number * 613) % 1009 as draw
                from learner, offered
                where not (
                    username in ('amelia.hughes', 'oliver.bennett', 'priya.sharma',
                        'george.wright', 'sofia.rossi')
                    and external_reference in ('FIRE-SAFETY-2026', 'DATA-PROTECTION',
                        'FIRST-AID-SPRING', 'MANAGER-ESSENTIALS-AUTUMN'))
            )
            insert into lms.enrolment (user_id, activity_id, enrolled_at)
            select user_id, activity_id,
                least(now(), starts_at) - interval '30 days'
                    - interval '1 day' * (draw * 7 % 200) - interval '1 minute' * (draw * 11 % 480)
            from drawn
            where draw < share * 10
            order by draw, user_id, activity_id
            """;

    private static final String NUMBERED =
            """
            with numbered as (
                select enrolment.*, kind, ends_at,
                    row_number() over (order by username_key, title collate "C") as number
                from lms.enrolment
                join lms.app_user on app_user.id = user_id
                join lms.activity on activity.id = activity_id
            )
            """;

    private static final String COMPLETE_COURSES =
            NUMBERED
                    + """
            insert into lms.completion (user_id, course_id, completed_at, result)
            select user_id, activity_id, enrolled_at + interval '1 day' * (number % 25 + 1),
                case when number % 3 = 0 then 'COMPLETED' else 'PASSED' end
            from numbered
            where kind = 'COURSE' and number % 7 < 3
            """;

    private static final String ATTEND_PAST_SESSIONS =
            NUMBERED
                    + """
            insert into lms.attendance (user_id, session_id, status, recorded_at)
            select user_id, activity_id, case when number % 8 = 0 then 'ABSENT' else 'ATTENDED' end,
                ends_at + interval '1 hour'
            from numbered
            where ends_at < now()
            """;

    private static final String END_SOME =
            NUMBERED
                    + """
            update lms.enrolment
            set ended_at = now() - interval '1 day' * (number % 20) - interval '1 hour'
            from numbered
            where enrolment.id = numbered.id and number % 13 = 5
            """;

    private static final List<String> EXAMPLE =
            List.of(
                    """
                    insert into lms.enrolment (user_id, activity_id, enrolled_at)
                    select app_user.id, activity.id,
                        least(now(), starts_at) - interval '45 days'
                    from (values
                        ('amelia.hughes', 'FIRE-SAFETY-2026'),
                        ('oliver.bennett', 'DATA-PROTECTION'),
                        ('priya.sharma', 'FIRST-AID-SPRING'),
                        ('sofia.rossi', 'MANAGER-ESSENTIALS-AUTUMN')) as example (learner, reference)
                    join lms.app_user on username = learner
                    join lms.activity on external_reference = reference
                    """,
                    """
                    insert into lms.completion (user_id, course_id, completed_at, result)
                    select app_user.id, activity.id, now() - interval '12 days', 'PASSED'
                    from lms.app_user, lms.activity
                    where username = 'oliver.bennett' and external_reference = 'DATA-PROTECTION'
                    """,
                    """
                    insert into lms.attendance (user_id, session_id, status, recorded_at)
                    select app_user.id, activity.id, 'ATTENDED', ends_at + interval '1 hour'
                    from lms.app_user, lms.activity
                    where username = 'priya.sharma' and external_reference = 'FIRST-AID-SPRING'
                    """);

    private final JdbcClient jdbc;

    SampleEnrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Needs the people and the catalogue. */
    void load() {
        enrol(SampleFile.read("courses.csv"), 1, 3);
        enrol(SampleFile.read("sessions.csv"), 1, 6);
        jdbc.sql(COMPLETE_COURSES).update();
        jdbc.sql(ATTEND_PAST_SESSIONS).update();
        jdbc.sql(END_SOME).update();
        EXAMPLE.forEach(statement -> jdbc.sql(statement).update());
    }

    private void enrol(SampleFile activities, int titleCell, int shareCell) {
        jdbc.sql(ENROL)
                .param("titles", activities.texts(titleCell))
                .param("shares", activities.numbers(shareCell))
                .update();
    }
}
