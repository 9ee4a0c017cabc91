package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

/** The page of a mail that tells of an import. */
class MailboxPageTests extends PortalTestCase {

    private static final int CORNER = 8;
    private static final int DARK = 80;

    private String importPage = "";

    @BeforeEach
    void openTheMailOfAnImport() {
        Learners.Cohort cohort = learners.enrolled(1);
        String name = cohort.prefix() + ".csv";
        signIn("global.admin");
        openDialog();
        choose(name, fileOf(cohort));
        button("Upload").click();
        result();
        importPage = page.url();
        page.waitForCondition(
                () -> {
                    open("/mailbox");
                    return page.locator("main a").getByText(name).count() == 1;
                });
        page.locator("main a").getByText(name).click();
    }

    @Test
    void leadsToTheImportByTheButtonOfTheMail() {
        mail().getByText("See the results").click();

        page.waitForURL("**/imports/*");
        assertThat(result()).contains("1 ready to be unenrolled");
        assertThat(page.url()).endsWith(importPage.substring(importPage.lastIndexOf('/')));
    }

    @Test
    void isDarkBehindTheLightTextOfAMailInTheDark() throws IOException {
        emulate(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(brightness(page.locator("iframe").screenshot())).isLessThan(DARK);
    }

    @Test
    void isForGlobalAdministratorsAlone() {
        use(new Browser.NewContextOptions());
        open("/mailbox");
        assertThat(page.url()).contains("/sign-in");

        signIn("content.admin");

        assertThat(page.navigate(system.url() + "/mailbox").status()).isEqualTo(404);
        assertThat(page.navigate(system.url() + "/mailbox/messages").status()).isEqualTo(404);
    }

    /** Of the ground, in a corner. */
    private static int brightness(byte[] screenshot) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
        return new Color(image.getRGB(CORNER, CORNER)).getGreen();
    }

    private FrameLocator mail() {
        return page.frameLocator("iframe");
    }
}
