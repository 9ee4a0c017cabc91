package org.unenrol.guarantees.load;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;

/** Makes the learners, activities and enrolments that a roster names. */
public record Organisation(JdbcClient jdbc) {

    /** Makes an area of the catalogue, and the account of whoever uploads files. */
    public void begin() {
        jdbc.sql("insert into lms.area values ('Guarantees')").update();
        new Accounts(jdbc)
                .add(
                        new Account(
                                AdministratorClient.USERNAME,
                                "Administrator",
                                AdministratorClient.USERNAME + "@example.org",
                                Role.GLOBAL_ADMINISTRATOR,
                                null,
                                "{noop}" + AdministratorClient.PASSWORD));
    }

    /** Makes them all, everybody enrolled for a day. */
    public void make(LearnerRoster roster) {
        insertUsers(roster);
        insertActivities(roster);
        // Without it the statements below take minutes for large files.
        jdbc.sql("analyze lms.app_user, lms.activity, lms.enrolment").update();
        enrol(roster);
        complete(roster);
    }

    /** Enrols everybody anew whose period has ended. */
    public void enrol(LearnerRoster roster) {
        enrol(roster, Fate.ENROLLED);
        enrol(roster, Fate.COMPLETED);
        enrol(roster, Fate.ATTENDED);
    }

    private void insertUsers(LearnerRoster roster) {
        jdbc.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email)
                        select name, name, 'Learner ' || name, name || '@example.org'
                        from (select :prefix || '-' || n as name from generate_series(1, :rows) as n) as named
                        """)
                .param("prefix", roster.prefix())
                .param("rows", roster.rows())
                .update();
    }

    private void insertActivities(LearnerRoster roster) {
        jdbc.sql(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        select 'COURSE', 'Course ' || reference, reference, (select min(name) from lms.area)
                        from unnest(array[:course, :completed]) as named (reference)
                        """)
                .param("course", roster.reference(Fate.ENROLLED))
                .param("completed", roster.reference(Fate.COMPLETED))
                .update();
        jdbc.sql(
                        """
                        insert into lms.activity
                            (kind, course_id, title, external_reference, area, starts_at, ends_at)
                        select 'SESSION', id, 'Session', :session, area,
                               now() - interval '2 hours', now() - interval '1 hour'
                        from lms.activity where external_reference = :course
                        """)
                .param("course", roster.reference(Fate.ENROLLED))
                .param("session", roster.reference(Fate.ATTENDED))
                .update();
    }

    private void enrol(LearnerRoster roster, Fate fate) {
        jdbc.sql(
                        """
                        with course as (select id from lms.activity where external_reference = :reference),
                        earlier as (
                            select user_id, max(ended_at) as ended_at from lms.enrolment
                            where activity_id = (select id from course) group by user_id)
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, course.id, coalesce(earlier.ended_at, now() - interval '1 day')
                        from unnest(:rows::int[]) as n
                        join lms.app_user u on u.username_key = :prefix || '-' || n
                        cross join course
                        left join earlier on earlier.user_id = u.id
                        on conflict do nothing
                        """)
                .param("rows", roster.rowsOf(fate))
                .param("prefix", roster.prefix())
                .param("reference", roster.reference(fate))
                .update();
    }

    private void complete(LearnerRoster roster) {
        jdbc.sql(
                        """
                        insert into lms.completion (user_id, course_id, completed_at, result)
                        select u.id, a.id, now() - interval '3 hours', 'PASSED'
                        from unnest(:rows::int[]) as n
                        join lms.app_user u on u.username_key = :prefix || '-' || n
                        join lms.activity a on a.external_reference = :reference
                        """)
                .param("rows", roster.rowsOf(Fate.COMPLETED))
                .param("prefix", roster.prefix())
                .param("reference", roster.reference(Fate.COMPLETED))
                .update();
    }
}
