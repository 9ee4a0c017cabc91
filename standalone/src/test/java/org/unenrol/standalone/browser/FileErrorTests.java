package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialog for files that cannot be imported: its words, its focus and the title. */
class FileErrorTests extends PortalTestCase {

    @Test
    void asksForAFileWhereNoneWasChosen() {
        signIn("global.admin");
        openDialog();
        assertAccessible();
        button("Upload").click();

        assertThat(problem()).isEqualTo("Select a CSV file");
        assertAccessible();
        page.locator(".summary a").click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                          | The selected file is empty
                    Username,Activity external reference,Send unenrolment email | The selected file has no rows
                    Username,Send unenrolment email\\na,Yes                      | The selected file must use the template
                    PK\\003\\004 not a CSV                                        | The selected file must be a CSV
                    U\\000s\\000e\\000r\\000n\\000a\\000m\\000e\\000                            | The selected file cannot be read
                    """)
    void saysWhyAFileIsRefused(String content, String problem) {
        signIn("global.admin");
        openDialog();
        choose("leavers.csv", content.translateEscapes());
        button("Upload").click();

        assertThat(problem()).isEqualTo(problem);
        assertThat(page.locator(".summary").innerText()).contains("leavers.csv");
        assertAccessible();
    }

    @Test
    void forgetsTheProblemWhenAnotherFileIsChosen() {
        signIn("global.admin");
        openDialog();
        choose("empty.csv", "");
        button("Upload").click();
        assertThat(problem()).isEqualTo("The selected file is empty");
        choose("other.csv", HEADER);

        assertThat(page.locator(".summary, .message, .wrong").count()).isZero();
        assertThat(page.title()).startsWith("Catalogue");
        assertThat(page.locator("#file").getAttribute("aria-invalid")).isNull();
        assertAccessible();
    }

    @Test
    void asksToChooseAFileAgainThatHasChangedSince(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("leavers.csv"), HEADER + "a,B,No\r\n");
        signIn("global.admin");
        openDialog();
        page.getByLabel("Browse").setInputFiles(file);
        Files.writeString(file, HEADER + "a,B,No\r\nb,B,No\r\n");
        button("Upload").click();

        assertThat(problem())
                .isEqualTo("leavers.csv has changed or moved since you chose it – choose it again");
        assertThat(dialog().innerText()).contains("No file chosen");
        page.getByLabel("Browse").setInputFiles(file);
        button("Upload").click();
        assertThat(result()).contains("2 rows");
    }

    @Test
    void asksToChooseAFileAgainThatHasBeenTakenAway(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("leavers.csv"), HEADER + "a,B,No\r\n");
        signIn("global.admin");
        openDialog();
        page.getByLabel("Browse").setInputFiles(file);
        Files.delete(file);
        button("Upload").click();

        assertThat(problem())
                .isEqualTo("leavers.csv has changed or moved since you chose it – choose it again");
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        signIn("global.admin");
        openDialog();
        choose("leavers.csv", HEADER + "a,B,No\r\n");
        context().setOffline(true);
        button("Upload").click();

        assertThat(problem()).isEqualTo("The selected file could not be uploaded – try again");
        context().setOffline(false);
    }

    @Test
    void saysThatAnotherItemHasTheExternalReference() {
        var first = system.learners().unenrolled(1);
        var second = system.learners().unenrolled(1);
        signIn("global.admin");
        open("/catalogue?search=" + first.reference());
        link(first.title()).click();
        page.getByLabel("External reference").fill(second.reference());
        button("Save").click();

        assertThat(problem()).contains("Another item has this external reference already");
        assertAccessible();
        page.getByLabel("External reference").fill(first.reference() + "-NEW");
        button("Save").click();
        page.getByText("The external reference has been saved.").waitFor();
    }

    @Test
    void asksBeforeAnExternalReferenceIsTakenAway() {
        var cohort = learners.unenrolled(1);
        signIn("global.admin");
        open("/catalogue?search=" + cohort.reference());
        link(cohort.title()).click();
        page.getByLabel("External reference").fill("");
        button("Save").click();
        page.getByText("no file can name this item any more").waitFor();
        assertAccessible();
        link("Keep it").click();
        assertThat(page.getByLabel("External reference").inputValue())
                .isEqualTo(cohort.reference());
        page.getByLabel("External reference").fill("");
        button("Save").click();
        button("Remove the external reference").click();
        page.getByText("The external reference has been saved.").waitFor();

        assertThat(page.getByLabel("External reference").inputValue()).isEmpty();
    }
}
