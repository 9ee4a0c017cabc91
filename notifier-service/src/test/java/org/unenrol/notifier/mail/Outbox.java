package org.unenrol.notifier.mail;

import static org.unenrol.notifier.NotifierLedger.FILES;
import static org.unenrol.notifier.NotifierLedger.JDBC;
import static org.unenrol.notifier.NotifierLedger.LIFECYCLE;
import static org.unenrol.notifier.NotifierLedger.TRANSACTION;
import static org.unenrol.notifier.NotifierLedger.record;
import static org.unenrol.notifier.NotifierLedger.submitted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.mail.LearnerMailRules;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.MailState;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.RowOutcome.Place;
import org.unenrol.notifier.NotifierLedger;

/** The outbox of all tests, with mails as imports queue them. */
final class Outbox {

    static final MailOutbox MAILS =
            new MailOutbox(JDBC, TRANSACTION, NotifierLedger.AUDIT)
                    .keeping(new LearnerMailRules(1_000_000, LearnerMailRules.Grouping.BY_ROW));

    private Outbox() {}

    /** An import of this file has ended; its administrator is to be told. */
    static UUID ended(String fileName, Submitter submitter) {
        UUID id = submitted(fileName, 1, Mode.APPLY, submitter);
        record(List.of(RowOutcome.of(new RowId(id, 1), 2, OutcomeCode.NOT_ENROLLED)));
        end(id);
        return id;
    }

    /** An import has ended whose rows became that. */
    static UUID ended(Mode mode, OutcomeCode... outcomes) {
        Submitter ada = new Submitter("ada", "Ada", "ada@example.org", "en");
        UUID id = submitted("leavers.csv", outcomes.length, mode, ada);
        List<RowOutcome> rows = new ArrayList<>();
        for (OutcomeCode code : outcomes) {
            int row = rows.size() + 1;
            rows.add(RowOutcome.of(new RowId(id, row), row + 1L, code));
        }
        record(rows);
        end(id);
        return id;
    }

    /** The results of an import can be read. */
    static void end(UUID id) {
        new ResultsQueue(JDBC, TRANSACTION, LIFECYCLE, Duration.ofMinutes(1))
                .complete(id, FILES.create().id());
    }

    static UUID ended() {
        return ended("leavers.csv", new Submitter("ada", "Ada", "ada@example.org", "en"));
    }

    /** Learners of an import that still goes on are to be told. */
    static UUID learners(String... addresses) {
        List<LearnerNotice> notices = new ArrayList<>();
        for (String address : addresses) {
            notices.add(new LearnerNotice(address, "Learner", null, "Fire drill", Place.LEFT));
        }
        return learners(notices);
    }

    static UUID learners(List<LearnerNotice> notices) {
        Submitter submitter = new Submitter("ada", "Ada", "ada@example.org", "en");
        UUID id = submitted("leavers.csv", notices.size() + 1, Mode.APPLY, submitter);
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int row = 1; row <= notices.size(); row++) {
            outcomes.add(
                    new RowOutcome(
                            id,
                            row,
                            row + 1L,
                            OutcomeCode.UNENROLLED,
                            List.of(),
                            notices.get(row - 1),
                            null,
                            null));
        }
        record(outcomes);
        return id;
    }

    /** The states of all mails, in the order in which they were queued. */
    static List<MailState> states() {
        return JDBC.sql("select state from imports.mail order by id")
                .query((row, number) -> MailState.valueOf(row.getString(1)))
                .list();
    }

    static int inState(MailState state) {
        return (int) states().stream().filter(one -> one == state).count();
    }

    static List<String> lastErrors() {
        return JDBC.sql(
                        """
                        select distinct last_error from imports.mail where last_error is not null
                        order by last_error
                        """)
                .query(String.class)
                .list();
    }

    static int mostAttempts() {
        return JDBC.sql("select max(attempts) from imports.mail").query(Integer.class).single();
    }

    /** Puts every mail back by as much as time is to go on. */
    static void letPass(Duration time) {
        for (String column :
                List.of(
                        "next_attempt_at",
                        "message_date",
                        "queued_at",
                        "recipient_refused_at",
                        "refused_at",
                        "ended_at")) {
            JDBC.sql("update imports.mail set %1$s = %1$s - ?::interval".formatted(column))
                    .param(time.toString())
                    .update();
        }
        JDBC.sql("update imports.mail_domain set resumes_at = resumes_at - ?::interval")
                .param(time.toString())
                .update();
        JDBC.sql("update imports.learner_pace set free_at = free_at - ?::interval")
                .param(time.toString())
                .update();
    }
}
