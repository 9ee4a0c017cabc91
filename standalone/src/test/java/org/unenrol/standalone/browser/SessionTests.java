package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.standalone.Learners;
import org.unenrol.standalone.TestSystem;

/** A session lives in the database: with what it is known for, and when that is away. */
class SessionTests extends PortalTestCase {

    @Test
    void outlivesARestartWithTheFormThatIsOpen() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        ConfigurableApplicationContext before = system.startIngest(0);
        int port = ((WebServerApplicationContext) before).getWebServer().getPort();
        try (before) {
            page.navigate("http://localhost:" + port + "/catalogue");
            button("Import unenrolments").click();
            choose("leavers.csv", fileOf(cohort));
        }

        try (ConfigurableApplicationContext after = system.startIngest(port)) {
            button("Upload").click();

            assertThat(result()).contains("1 ready to be unenrolled");
            assertThat(after.isActive()).isTrue();
        }
    }

    @Test
    void endsWhatItMayDoWithTheRole() {
        String username = learners.administrator();
        signInAnew(username);
        system.jdbc()
                .sql("update accounts.account set role = 'NONE' where username = ?")
                .param(username)
                .update();

        assertThat(page.navigate(system.url() + "/imports").status()).isEqualTo(403);
        page.getByText("Your account is not an administrator's").waitFor();
    }

    @Test
    void leavesAPageThatSaysSoWhenItCannotBeLookedUp() {
        signIn("global.admin");
        rename("spring_session", "session_out_of_reach");
        try {
            assertThat(page.navigate(system.url() + "/imports").status()).isEqualTo(500);
            page.getByText("Sorry, there is a problem").waitFor();
            assertAccessible();
        } finally {
            rename("session_out_of_reach", "spring_session");
        }
        link("Go to the imports").click();
        page.waitForURL("**/imports");
    }

    @Test
    void neverTurnsAFormThatDoesNotSayWhichRunItMeansIntoARealOne() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        FormData form =
                FormData.create()
                        .set("_csrf", page.locator("[name=_csrf]").first().inputValue())
                        .set("file", payload("leavers.csv", fileOf(cohort)));

        page.navigate(
                page.request()
                        .post(system.url() + "/imports", RequestOptions.create().setMultipart(form))
                        .url());

        assertThat(result()).contains("1 ready to be unenrolled");
    }

    @Test
    void asksForTheFileAgainWhereItHasEndedBeforeTheUpload() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        openDialog();
        choose("leavers.csv", fileOf(cohort));
        context().clearCookies();
        button("Upload").click();
        page.getByText("the file was not uploaded").waitFor();
        assertAccessible();
        signInHere("global.admin", TestSystem.PASSWORD);

        page.waitForURL("**/imports/new**");
        assertThat(problem()).isEqualTo("Select the file again");
        assertAccessible();
        choose("leavers.csv", fileOf(cohort));
        button("Upload").click();
        assertThat(result()).contains("1 ready to be unenrolled");
    }

    @Test
    void leadsBackToThePageOfAFormThatItHasEndedOn() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        open("/catalogue?search=" + cohort.reference());
        link(cohort.title()).click();
        String here = page.url();
        context().clearCookies();
        page.getByLabel("External reference").fill(cohort.reference() + "-NEW");
        button("Save").click();
        page.getByText("nothing has been changed").waitFor();
        signInHere("global.admin", TestSystem.PASSWORD);

        page.waitForURL(here);
        assertThat(page.getByLabel("External reference").inputValue())
                .isEqualTo(cohort.reference());
    }

    private void rename(String from, String to) {
        system.jdbc().sql("alter table portal." + from + " rename to " + to).update();
    }
}
