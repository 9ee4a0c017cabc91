package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.infrastructure.ReceivedMail;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;

/** The five minutes of somebody who tries the product with the example file. */
class ExampleFileTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void verifiesAppliesAndRepeatsTheExampleFile() {
        byte[] example = api.get("/api/v1/files/example.csv").bytes();

        String verification = api.run(example, true);
        assertThat(Csv.outcomes(api.results(verification)))
                .isEqualTo(outcomesOf("READY", "READY_COMPLETION_KEPT"));

        String real = api.run(example, false);
        assertThat(Csv.outcomes(api.results(real)))
                .isEqualTo(outcomesOf("UNENROLLED", "UNENROLLED_COMPLETION_KEPT"));

        String again = api.run(example, false);
        assertThat(Csv.outcomes(api.results(again)))
                .isEqualTo(outcomesOf("NOT_ENROLLED", "NOT_ENROLLED"));
    }

    @Test
    void sendsTheAdministratorAnEmailWhoseLinkAsksToSignIn() {
        String id = api.run(api.get("/api/v1/files/example.csv").bytes(), true);

        ReceivedMail mail =
                Awaitility.await().until(() -> mailAbout(id), mails -> mails.size() == 1).get(0);

        assertThat(mail.to()).containsExactly("global.admin@marlbridge.example");
        assertThat(mail.subject()).isEqualTo("Checked unenrolments.csv: 4 ready, 2 to fix");
        assertThat(mail.text()).contains("Username not recognised").doesNotContain("amelia");
        assertThat(mail.html()).contains(system.url() + "/imports/" + id);
        Answer page = api.get("/imports/" + id);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/sign-in");
    }

    private List<ReceivedMail> mailAbout(String id) {
        return system.mailbox().messages().stream()
                .filter(mail -> mail.text().contains(id))
                .toList();
    }

    private static List<String> outcomesOf(String enrolled, String completed) {
        return List.of(
                enrolled,
                completed,
                completed,
                "NOT_ENROLLED",
                enrolled,
                "USERNAME_NOT_RECOGNISED",
                "ACTIVITY_NOT_RECOGNISED");
    }
}
