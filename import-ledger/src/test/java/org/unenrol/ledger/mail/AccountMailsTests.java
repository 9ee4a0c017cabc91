package org.unenrol.ledger.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.MAILS;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.LedgerDatabase.JDBC;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class AccountMailsTests extends LedgerTestCase {

    private static final RetryPolicy ONE_COPY =
            new RetryPolicy(
                    Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO);
    private static final AccountMail INVITATION =
            new AccountMail(
                    QueuedMail.Kind.ACCOUNT_INVITATION,
                    "ada",
                    "ada@example.org",
                    "Ada",
                    "de",
                    "/choose-password?token=secret");

    private final AccountMails accountMails = new AccountMails(JDBC);

    @BeforeEach
    void queue() {
        JDBC.sql("delete from imports.mail where import_id is null").update();
        anImport().completedAs(OutcomeCode.UNENROLLED);
        accountMails.queue(INVITATION);
    }

    @Test
    void goBeforeThoseOfImports() {
        QueuedMail first = take();

        assertThat(first.kind()).isEqualTo(QueuedMail.Kind.ACCOUNT_INVITATION);
        assertThat(first.importId()).isNull();
        assertThat(first.recipient()).isEqualTo("ada@example.org");
        assertThat(first.language()).isEqualTo("de");
        assertThat(first.access())
                .isEqualTo(new QueuedMail.Access("ada", "/choose-password?token=secret"));
        assertThat(first.toString() + INVITATION).doesNotContain("secret");
        assertThat(take().access()).isNull();
    }

    @Test
    void keepTheirLinkUntilTheyAreSent() {
        QueuedMail mail = take();
        MAILS.failed(mail, new MailFailure(MailFailure.Kind.SERVER, "away"), ONE_COPY);
        assertThat(links()).isEqualTo(1);

        MAILS.sent(take());

        assertThat(links()).isZero();
    }

    @Test
    void loseTheirLinkWhenTheyAreGivenUp() {
        MAILS.failed(take(), new MailFailure(MailFailure.Kind.RECIPIENT, "no"), ONE_COPY);
        accountMails.queue(INVITATION);
        MAILS.undeliverable(take(), "no address");

        assertThat(links()).isZero();
    }

    private static QueuedMail take() {
        return MAILS.take(MAIL_HOLD).orElseThrow();
    }

    private static int links() {
        return JDBC.sql("select count(link) from imports.mail").query(Integer.class).single();
    }
}
