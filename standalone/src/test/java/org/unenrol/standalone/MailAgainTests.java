package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;

class MailAgainTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void sendsWhatWasUndeliverableOnceItsCauseIsFixed() {
        Learners.Cohort cohort = system.learners().enrolled(2);
        changeEmail(cohort.username(1), "learner@straße.example");
        String id =
                api.run(
                        Csv.file()
                                .row(cohort.username(1), cohort.reference(), "Yes")
                                .row(cohort.username(2), cohort.reference(), "Yes")
                                .bytes(),
                        false);
        Awaitility.await().until(() -> mails(id).path("undeliverable").asInt() == 1);
        Awaitility.await().until(() -> mails(id).path("sent").asInt() == 2);
        readdress(id, cohort.username(1) + "@example.org");

        Answer answer = api.post("/api/v1/imports/" + id + "/mail/send-again");

        assertThat(answer.status()).isEqualTo(202);
        Awaitility.await().until(() -> mails(id).path("sent").asInt() == 3);
        assertThat(mails(id).path("undeliverable").asInt()).isZero();
        assertThat(recipients(cohort))
                .containsExactlyInAnyOrder(
                        cohort.username(1) + "@example.org", cohort.username(2) + "@example.org");
    }

    private JsonNode mails(String id) {
        return api.get("/api/v1/imports/" + id + "/mail").json();
    }

    private List<String> recipients(Learners.Cohort cohort) {
        return system.mailbox().messages().stream()
                .filter(mail -> mail.subject().contains(cohort.title()))
                .flatMap(mail -> mail.to().stream())
                .toList();
    }

    private void changeEmail(String username, String email) {
        system.jdbc()
                .sql("update lms.app_user set email = :email where username = :username")
                .param("email", email)
                .param("username", username)
                .update();
    }

    private void readdress(String id, String recipient) {
        system.jdbc()
                .sql(
                        """
                        update imports.mail set recipient = :recipient
                        where import_id = :id::uuid and state = 'UNDELIVERABLE'
                        """)
                .param("recipient", recipient)
                .param("id", id)
                .update();
    }
}
