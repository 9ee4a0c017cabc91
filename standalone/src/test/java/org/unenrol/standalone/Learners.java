package org.unenrol.standalone;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Learners, activities and enrolments made for one test, so that tests do not meet. */
public record Learners(JdbcClient jdbc) {

    /** Learners 1..size, each enrolled in one course of their own. */
    public record Cohort(String prefix, int size) {

        public String username(int number) {
            return prefix + "-" + number;
        }

        public String reference() {
            return prefix.toUpperCase(Locale.ROOT);
        }

        public String title() {
            return "Course of " + prefix;
        }
    }

    /** Enrolled for a day, nothing completed. */
    public Cohort enrolled(int size) {
        Cohort cohort = unenrolled(size);
        jdbc.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, a.id, now() - interval '1 day'
                        from lms.app_user u, lms.activity a
                        where u.username like :like and a.external_reference = :reference
                        """)
                .param("like", cohort.prefix() + "-%")
                .param("reference", cohort.reference())
                .update();
        return cohort;
    }

    public Cohort unenrolled(int size) {
        Cohort cohort = new Cohort("t" + UUID.randomUUID().toString().substring(0, 8), size);
        insertUsers(cohort);
        insertCourse(cohort);
        return cohort;
    }

    /** A Global administrator, whose password is that of the sample's. */
    public String administrator() {
        String username = "a" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql(
                        """
                        insert into accounts.account (username, username_key, name, email, role, password)
                        select :username, :username, 'Administrator', :username || '@example.org', role, password
                        from accounts.account where username = 'global.admin'
                        """)
                .param("username", username)
                .update();
        return username;
    }

    public void complete(Cohort cohort, int number) {
        jdbc.sql(
                        """
                        insert into lms.completion (user_id, course_id, completed_at, result)
                        select u.id, a.id, now() - interval '1 hour', 'PASSED'
                        from lms.app_user u, lms.activity a
                        where u.username = :username and a.external_reference = :reference
                        """)
                .param("username", cohort.username(number))
                .param("reference", cohort.reference())
                .update();
    }

    public void enrol(Cohort cohort, int number) {
        jdbc.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id)
                        select u.id, a.id from lms.app_user u, lms.activity a
                        where u.username = :username and a.external_reference = :reference
                        """)
                .param("username", cohort.username(number))
                .param("reference", cohort.reference())
                .update();
    }

    public void unenrol(Cohort cohort, int number) {
        jdbc.sql(
                        """
                        update lms.enrolment e set ended_at = now()
                        from lms.app_user u
                        where u.id = e.user_id and u.username = :username and e.ended_at is null
                        """)
                .param("username", cohort.username(number))
                .update();
    }

    /** Gives the course of a cohort another reference. */
    public void moveReference(String from, String to) {
        jdbc.sql("update lms.activity set external_reference = ? where external_reference = ?")
                .param(to)
                .param(from)
                .update();
    }

    public int openPeriods(Cohort cohort) {
        return jdbc.sql(
                        """
                        select count(*) from lms.enrolment e join lms.activity a on a.id = e.activity_id
                        where a.external_reference = :reference and e.ended_at is null
                        """)
                .param("reference", cohort.reference())
                .query(Integer.class)
                .single();
    }

    private void insertUsers(Cohort cohort) {
        jdbc.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email)
                        select :prefix || '-' || n, :prefix || '-' || n, 'Learner ' || n,
                               :prefix || '-' || n || '@example.org'
                        from generate_series(1, :size) as n
                        """)
                .param("prefix", cohort.prefix())
                .param("size", cohort.size())
                .update();
    }

    private void insertCourse(Cohort cohort) {
        jdbc.sql(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        select 'COURSE', :title, :reference, min(name) from lms.area
                        """)
                .param("title", cohort.title())
                .param("reference", cohort.reference())
                .update();
    }
}
