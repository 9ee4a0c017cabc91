package org.unenrol.test.people;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes learners and what they are enrolled in, many at once. The usernames of those that belong
 * together are a prefix and a number from 1 on: {@code leaver-1}.
 */
public record People(JdbcClient jdbc) {

    /** Adds a Global administrator. */
    public void administrator(String username, String password) {
        jdbc.sql(
                        """
                        insert into accounts.account (username, username_key, name, email, role, password)
                        values (:username, :username, 'Administrator', :username || '@example.org',
                            'GLOBAL_ADMINISTRATOR', '{noop}' || :password)
                        """)
                .param("username", username)
                .param("password", password)
                .update();
    }

    /** Adds an area of the catalogue. */
    public void area(String name) {
        jdbc.sql("insert into lms.area values (:name)").param("name", name).update();
    }

    /** Adds learners from 1 to a number. */
    public void learners(String prefix, int size) {
        jdbc.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email)
                        select username, username, 'Learner ' || n, username || '@example.org'
                        from generate_series(1, :size) as n, concat(:prefix, '-', n) as username
                        """)
                .param("prefix", prefix)
                .param("size", size)
                .update();
    }

    /** Adds a course to the first area that there is. */
    public void course(String reference, String title) {
        jdbc.sql(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        select 'COURSE', :title, :reference, min(name) from lms.area
                        """)
                .param("title", title)
                .param("reference", reference)
                .update();
    }

    /** Enrols learners for a day; those who have been before, from the end of that time on. */
    public void enrol(String reference, String prefix, Integer... numbers) {
        jdbc.sql(
                        """
                        with course as (select id from lms.activity where external_reference = :reference),
                        earlier as (
                            select user_id, max(ended_at) as ended_at from lms.enrolment
                            where activity_id = (select id from course) group by user_id)
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, course.id, coalesce(earlier.ended_at, now() - interval '1 day')
                        from unnest(:numbers::int[]) as n
                        join lms.app_user u on u.username_key = :prefix || '-' || n
                        cross join course
                        left join earlier on earlier.user_id = u.id
                        on conflict do nothing
                        """)
                .param("numbers", numbers)
                .param("prefix", prefix)
                .param("reference", reference)
                .update();
    }

    /** Has learners complete a course. */
    public void complete(String reference, String prefix, Integer... numbers) {
        jdbc.sql(
                        """
                        insert into lms.completion (user_id, course_id, completed_at, result)
                        select u.id, a.id, now() - interval '1 hour', 'PASSED'
                        from unnest(:numbers::int[]) as n
                        join lms.app_user u on u.username_key = :prefix || '-' || n
                        join lms.activity a on a.external_reference = :reference
                        """)
                .param("numbers", numbers)
                .param("prefix", prefix)
                .param("reference", reference)
                .update();
    }
}
