package org.unenrol.standalone;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.test.people.People;

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
        Integer[] everybody = IntStream.rangeClosed(1, size).boxed().toArray(Integer[]::new);
        people().enrol(cohort.reference(), cohort.prefix(), everybody);
        return cohort;
    }

    public Cohort unenrolled(int size) {
        Cohort cohort = new Cohort(unique("t"), size);
        people().learners(cohort.prefix(), size);
        people().course(cohort.reference(), cohort.title());
        return cohort;
    }

    /** A Global administrator, whose password is that of the sample's. */
    public String administrator() {
        String username = unique("a");
        people().administrator(username, TestSystem.PASSWORD);
        return username;
    }

    public void complete(Cohort cohort, int number) {
        people().complete(cohort.reference(), cohort.prefix(), number);
    }

    /** Anew, where the learner has been enrolled before. */
    public void enrol(Cohort cohort, int number) {
        people().enrol(cohort.reference(), cohort.prefix(), number);
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

    private People people() {
        return new People(jdbc);
    }

    private static String unique(String beginning) {
        return beginning + UUID.randomUUID().toString().substring(0, 8);
    }
}
