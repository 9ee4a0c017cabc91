package org.unenrol.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.mail.MailCounts;
import org.unenrol.portal.Wordings;

class MailSummaryTests {

    @Test
    void leavesOutWhatIsNone() {
        assertThat(summary(0, 14_000, 0, 0).text()).isEqualTo("14,000 sent");
        assertThat(summary(0, 1, 0, 0).unsent()).isZero();
    }

    @Test
    void tellsWhatWaitsAndWhatHasFailed() {
        MailSummary summary = summary(2, 14, 3, 1);

        assertThat(summary.text())
                .isEqualTo(
                        "14 sent, 2 waiting to be sent, 1 could not be delivered, 3 sent without an"
                                + " answer, and perhaps delivered");
        assertThat(summary.unsent()).isEqualTo(4);
        assertThat(summary.mayComeTwice()).isTrue();
    }

    @Test
    void isNotWorthTellingWithoutEmails() {
        assertThat(summary(0, 0, 0, 0).isWorthTelling()).isFalse();
        assertThat(summary(0, 0, 0, 1).isWorthTelling()).isTrue();
        assertThat(summary(0, 0, 0, 1).mayComeTwice()).isFalse();
    }

    private static MailSummary summary(int queued, int sent, int perhapsSent, int undeliverable) {
        return new MailSummary(
                new MailCounts(queued, sent, perhapsSent, undeliverable),
                Wordings.in(ZoneOffset.UTC));
    }
}
