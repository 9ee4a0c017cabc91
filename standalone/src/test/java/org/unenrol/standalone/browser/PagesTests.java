package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTests extends PortalTestCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue",
                "/imports/new",
                "/catalogue?search=nothing-like-this",
                "/imports",
                "/reports",
                "/reports/learners",
                "/reports/records",
                "/webhooks",
                "/audit",
                "/audit?from=yesterday",
                "/tokens",
                "/tokens/all",
                "/accounts",
                "/accounts/new",
                "/account",
                "/account/second-factor",
                "/forgotten-password",
                "/forgotten-password?asked",
                "/choose-password?token=none",
                "/mailbox",
                "/mailbox/messages/nothing-like-this",
                "/sign-in?failed",
                "/sign-in?wait=30",
                "/sign-in?not-uploaded",
                "/imports/new?not-uploaded",
                "/nowhere"
            })
    void areAccessibleAndFitASmallScreenLightAndDark(String path) {
        signIn("global.admin");
        open(path);
        emulate(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertAccessible();
        emulate(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 640);
        assertAccessible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }

    @Test
    void showDeliveriesOfWebhooksOnASmallScreen() {
        system.jdbc()
                .sql(
                        """
                        with event as (
                            insert into imports.webhook_event (id, type, source, request_id, reason, offered_at)
                            values (gen_random_uuid(), 'REQUEST_REFUSED', 'personnel-records',
                                gen_random_uuid()::text, 'TOO_MANY_ROWS', now())
                            returning id)
                        insert into imports.webhook_delivery
                            (event_id, address, body, state, attempts, ended_at, last_failure)
                        select id, 'the-other-system', '{}', 'GIVEN_UP', 13, now(), 'FORBIDDEN_PLACE'
                        from event
                        """)
                .update();

        areAccessibleAndFitASmallScreenLightAndDark("/webhooks");

        assertThat(page.locator("main").innerText()).contains("Given up", "Send again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUDGET-HOLDERS", "HOUSING-REPAIRS"})
    void hideFromAContentAdministratorWhatLiesOutsideTheAreasGranted(String reference) {
        long id =
                system.jdbc()
                        .sql("select id from lms.activity where external_reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single();
        signIn("content.admin");

        for (String path : new String[] {"", "/enrolments.csv", "/learners/1/unenrol"}) {
            assertThat(page.navigate(system.url() + "/catalogue/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        open("/catalogue?search=" + reference);
        assertThat(page.locator("main").innerText()).contains("0 items");
        open("/reports/records?item=" + id);
        assertThat(page.locator("main").innerText()).contains("No records to show");
    }

    @Test
    void showWhatIsSelectedAndHowFarItIsInForcedColours() {
        signIn("global.admin");
        open("/reports");
        emulate(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        assertThat(colour(".tabs a[aria-current]"))
                .isNotEqualTo(colour(".tabs a:not([aria-current])"));
        assertThat(colour(".pane a[aria-current]"))
                .isNotEqualTo(colour(".pane a:not([aria-current])"));
    }

    private Object colour(String selector) {
        return page.evaluate(
                "selector => getComputedStyle(document.querySelector(selector)).borderBottomColor",
                selector);
    }
}
