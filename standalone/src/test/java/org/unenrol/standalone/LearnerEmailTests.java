package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.infrastructure.ReceivedMail;
import org.unenrol.test.api.ApiClient;

class LearnerEmailTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();

    @Test
    void tellsExactlyTheLearnersWhoseRowSaysYesEnrolledOrNot() {
        Learners.Cohort cohort = learners.enrolled(5);
        learners.unenrol(cohort, 2);
        byte[] file =
                Csv.file()
                        .row(cohort.username(1), cohort.reference(), "Yes")
                        .row(cohort.username(2), cohort.reference(), "YES")
                        .row(cohort.username(3), cohort.reference(), "No")
                        .row(cohort.username(1), cohort.reference(), "Yes")
                        .row(cohort.username(4), "NO-SUCH-ACTIVITY", "Yes")
                        .row(cohort.username(5), cohort.reference(), "maybe")
                        .bytes();

        awaitCompletionMail(api.run(file, true));
        List<String> afterVerification = toldAbout(cohort);
        awaitCompletionMail(api.run(file, false));
        Awaitility.await().until(() -> toldAbout(cohort).size() >= 2);

        assertThat(afterVerification).isEmpty();
        assertThat(queued()).isZero();
        assertThat(toldAbout(cohort))
                .containsExactlyInAnyOrder(
                        cohort.username(1) + "@example.org", cohort.username(2) + "@example.org");
    }

    private List<String> toldAbout(Learners.Cohort cohort) {
        return system.mailbox().messages().stream()
                .filter(
                        mail ->
                                mail.subject()
                                        .equals("You are no longer enrolled: " + cohort.title()))
                .flatMap(mail -> mail.to().stream())
                .toList();
    }

    private void awaitCompletionMail(String id) {
        Awaitility.await().until(() -> completionMails(id).size() == 1);
        Awaitility.await().until(() -> queued() == 0);
    }

    private List<ReceivedMail> completionMails(String id) {
        return system.mailbox().messages().stream()
                .filter(mail -> mail.text().contains(id))
                .toList();
    }

    private int queued() {
        return system.jdbc()
                .sql("select count(*) from imports.mail where state = 'QUEUED'")
                .query(Integer.class)
                .single();
    }
}
