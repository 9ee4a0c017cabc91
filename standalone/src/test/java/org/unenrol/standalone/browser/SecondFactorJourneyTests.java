package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.TestSystem;
import org.unenrol.test.factor.OneTimePassword;

/** Second factors in a browser, with a passkey of Chromium's virtual authenticator. */
class SecondFactorJourneyTests extends PortalTestCase {

    private String username;

    @BeforeEach
    void addAnAdministrator() {
        username = "factor-" + UUID.randomUUID().toString().substring(0, 8);
        system.jdbc()
                .sql(
                        """
                        insert into accounts.account (username, username_key, name, email, role, password)
                        values (:name, :name, 'Fa Ctor', :name || '@example.org', 'GLOBAL_ADMINISTRATOR', :password)
                        """)
                .param("name", username)
                .param("password", "{noop}" + TestSystem.PASSWORD)
                .update();
    }

    @Test
    void signsInWithAPasskeyAloneAndAfterThePassword() {
        page.setViewportSize(390, 800);
        plugAuthenticatorIn(true);
        signInAsTheAdministrator();
        confirmIdentity();
        assertAccessible();
        button("Add a passkey").click();
        page.getByLabel("Name").fill("Laptop");
        assertAccessible();
        button("Make the passkey").click();
        assertThat(recoveryCodes()).hasSize(10);
        assertAccessible();
        link("I have kept them").click();
        assertThat(page.locator("main").innerText()).contains("Laptop", "10 are left");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertAccessible();

        signOut();
        button("Sign in with a passkey").click();
        page.waitForURL("**/catalogue");
        assertThat(page.locator(".account").innerText()).contains("Fa Ctor");

        signOut();
        signInHere(username, TestSystem.PASSWORD);
        page.waitForURL("**/sign-in/second-factor");
        assertAccessible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        button("Sign in with a passkey").click();
        page.waitForURL("**/catalogue");
    }

    @Test
    void refusesAPasskeyThatDoesNotAskWhoUsesIt() {
        plugAuthenticatorIn(false);
        signInAsTheAdministrator();
        confirmIdentity();
        button("Add a passkey").click();
        page.getByLabel("Name").fill("Laptop");
        button("Make the passkey").click();

        page.getByText("No passkey was made").waitFor();
        assertAccessible();
    }

    @Test
    void signsInWithAnAppAndARecoveryCodeWithoutAScript() {
        use(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("de-DE"));
        open("/sign-in");
        assertThat(page.locator("main").innerText()).contains("Passkeys brauchen JavaScript");
        signInInGerman();
        page.waitForURL("**/catalogue");
        open("/account");
        page.locator("a[href='/account/second-factor']").click();
        page.getByLabel("Bisheriges Passwort").fill(TestSystem.PASSWORD);
        button("Weiter").click();
        button("App hinzufügen").click();
        assertThat(page.locator("svg.qr path").getAttribute("d")).startsWith("M");
        String secret = page.locator("code.secret").innerText().replace(" ", "");
        page.locator("#code").fill(OneTimePassword.of(secret, 0));
        button("App hinzufügen").click();
        List<String> codes = recoveryCodes();
        assertThat(codes).hasSize(10);

        button("Sitzung beenden").click();
        signInInGerman();
        page.waitForURL("**/sign-in/second-factor");
        page.locator("#code").fill(OneTimePassword.of(secret, 1));
        button("Weiter").click();
        page.waitForURL("**/catalogue");

        button("Sitzung beenden").click();
        signInInGerman();
        page.locator("#code").fill(codes.get(0));
        button("Weiter").click();
        page.waitForURL("**/catalogue");
        open("/account");
        assertThat(page.locator("main").innerText()).contains("9 Wiederherstellungscodes");
    }

    private void signInAsTheAdministrator() {
        open("/sign-in");
        signInHere(username, TestSystem.PASSWORD);
        page.waitForURL("**/catalogue");
    }

    private void signInInGerman() {
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestSystem.PASSWORD);
        button("Anmelden").click();
    }

    private void confirmIdentity() {
        open("/account/second-factor");
        page.getByLabel("Current password").fill(TestSystem.PASSWORD);
        button("Go on").click();
        button("Add a passkey").waitFor();
    }

    private void signOut() {
        button("Sign out").click();
        page.waitForURL("**/sign-in?signed-out");
    }

    private List<String> recoveryCodes() {
        page.locator(".codes").waitFor();
        return page.locator(".codes code").allInnerTexts();
    }

    private void plugAuthenticatorIn(boolean verifyingUsers) {
        CDPSession devTools = context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifyingUsers);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
