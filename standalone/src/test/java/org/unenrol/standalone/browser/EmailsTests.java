package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

/** The emails of an import on its page, one of which could not be delivered. */
class EmailsTests extends PortalTestCase {

    private String id;

    @BeforeEach
    void unenrolALearnerWhoseAddressIsNone() {
        Learners.Cohort cohort = learners.enrolled(1);
        system.jdbc()
                .sql("update lms.app_user set email = 'learner@straße.example' where username = ?")
                .param(cohort.username(1))
                .update();
        signIn("global.admin");
        openDialog();
        page.getByLabel("Verify import file only").uncheck();
        choose("leavers.csv", HEADER + row(cohort.username(1), cohort, "Yes"));
        button("Upload").click();
        button("Unenrol 1 learner").click();
        assertThat(result()).contains("1 unenrolled");
        id = page.url().replaceFirst(".*/", "");
        Awaitility.await().until(() -> mails("UNDELIVERABLE") == 1 && mails("SENT") == 1);
    }

    @Test
    void areToldAndSentAgainWithOneButton() {
        page.reload();
        assertThat(emails()).contains("1 sent, 1 could not be delivered.");
        assertAccessible();
        system.jdbc()
                .sql(
                        """
                        update imports.mail set recipient = 'learner@example.org'
                        where import_id = ?::uuid and state = 'UNDELIVERABLE'
                        """)
                .param(id)
                .update();

        button("Send 1 email again").click();

        page.getByText("1 email will be sent again.").waitFor();
        Awaitility.await().until(() -> mails("SENT") == 2);
        page.reload();
        assertThat(emails()).contains("2 sent.");
        assertThat(button("Send 1 email again").count()).isZero();
    }

    private String emails() {
        return page.locator("section[aria-labelledby=emails]").innerText();
    }

    private int mails(String state) {
        return system.jdbc()
                .sql("select count(*) from imports.mail where import_id = ?::uuid and state = ?")
                .params(id, state)
                .query(Integer.class)
                .single();
    }
}
