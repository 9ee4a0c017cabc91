package org.unenrol.guarantees.check;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.ImportEvidence.Ledger;

/** Every accepted import ends, and its mails go out, soon after the last fault was healed. */
final class TimelyEnd implements Invariant {

    static final Duration BOUND = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "I7 live";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.imports().stream().flatMap(one -> violations(one, evidence.healed()));
    }

    private static Stream<String> violations(ImportEvidence one, Instant healed) {
        Ledger ledger = one.ledger();
        if (ledger == null) {
            return Stream.empty();
        }
        Instant accepted = one.submitted().accepted();
        Instant latest = (accepted.isAfter(healed) ? accepted : healed).plus(BOUND);
        Instant completed = ledger.completed();
        if (!hasEnded(ledger) || completed == null || completed.isAfter(latest)) {
            return Stream.of(
                    "%s is %s (%d of %d rows) and should have ended by %s"
                            .formatted(
                                    one.id(),
                                    ledger.state(),
                                    ledger.received(),
                                    ledger.total(),
                                    latest));
        }
        return ledger.queuedMails() == 0
                ? Stream.empty()
                : Stream.of("%s has %d mails waiting".formatted(one.id(), ledger.queuedMails()));
    }

    static boolean hasEnded(Ledger ledger) {
        return ledger.state().matches("COMPLETED|CANCELLED|FAILED");
    }
}
