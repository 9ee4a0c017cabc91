package org.unenrol.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.mail.MailCounts;
import org.unenrol.ledger.mail.MailReport;
import org.unenrol.ledger.mail.MailReport.Refused;
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

    @Test
    void tellsWhenAllWillBeSentUnlessThatIsSoon() {
        assertThat(last(Duration.ofMinutes(40)).until())
                .isEqualTo("About 40 minutes until all are sent.");
        assertThat(last(Duration.ofSeconds(50)).until()).isNull();
        assertThat(last(null).until()).isNull();
    }

    @Test
    void tellsWhyMailsCouldNotBeDelivered() {
        MailReport report =
                new MailReport(
                        new MailCounts(0, 0, 0, 3),
                        List.of(new Refused("550 5.1.1 No such user", 2), new Refused(null, 1)),
                        null);

        assertThat(summary(report).refused())
                .containsExactly(
                        "2 emails: 550 5.1.1 No such user",
                        "1 email: the address is none that mail can be sent to");
    }

    private static MailSummary last(Duration left) {
        return summary(
                new MailReport(
                        new MailCounts(1, 0, 0, 0),
                        List.of(),
                        left == null ? null : Instant.EPOCH.plus(left)));
    }

    private static MailSummary summary(int queued, int sent, int perhapsSent, int undeliverable) {
        return summary(
                new MailReport(
                        new MailCounts(queued, sent, perhapsSent, undeliverable), List.of(), null));
    }

    private static MailSummary summary(MailReport report) {
        return new MailSummary(report, Instant.EPOCH, Wordings.in(ZoneOffset.UTC));
    }
}
