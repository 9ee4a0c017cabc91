package org.unenrol.guarantees.load;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.test.people.People;

/** Makes the learners, activities and enrolments that a roster names. */
public record Organisation(JdbcClient jdbc) {

    /** Makes an area of the catalogue, and the account of whoever uploads files. */
    public void begin() {
        people().area("Guarantees");
        people().administrator(AdministratorClient.USERNAME, AdministratorClient.PASSWORD);
    }

    /** Makes them all, everybody enrolled for a day. */
    public void make(LearnerRoster roster) {
        people().learners(roster.prefix(), roster.rows());
        course(roster.reference(Fate.ENROLLED));
        course(roster.reference(Fate.COMPLETED));
        session(roster.reference(Fate.ENROLLED), roster.reference(Fate.ATTENDED));
        // Without it the statements below take minutes for large files.
        jdbc.sql("analyze lms.app_user, lms.activity, lms.enrolment").update();
        enrol(roster);
        people().complete(
                        roster.reference(Fate.COMPLETED),
                        roster.prefix(),
                        roster.rowsOf(Fate.COMPLETED));
    }

    /** Enrols everybody anew whose period has ended. */
    public void enrol(LearnerRoster roster) {
        for (Fate fate : new Fate[] {Fate.ENROLLED, Fate.COMPLETED, Fate.ATTENDED}) {
            people().enrol(roster.reference(fate), roster.prefix(), roster.rowsOf(fate));
        }
    }

    private void course(String reference) {
        people().course(reference, "Course " + reference);
    }

    private void session(String course, String reference) {
        jdbc.sql(
                        """
                        insert into lms.activity
                            (kind, course_id, title, external_reference, area, starts_at, ends_at)
                        select 'SESSION', id, 'Session', :session, area,
                               now() - interval '2 hours', now() - interval '1 hour'
                        from lms.activity where external_reference = :course
                        """)
                .param("course", course)
                .param("session", reference)
                .update();
    }

    private People people() {
        return new People(jdbc);
    }
}
