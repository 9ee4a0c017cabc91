package org.unenrol.guarantees.check;

import java.util.stream.Stream;
import org.unenrol.guarantees.check.ImportEvidence.Ledger;

/** Holds that whatever was answered with 202 is known to the ledger and ends well. */
final class KeptPromises implements Invariant {

    @Override
    public String name() {
        return "I8 accepted means kept";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.imports().stream().flatMap(KeptPromises::violations);
    }

    private static Stream<String> violations(ImportEvidence one) {
        Ledger ledger = one.ledger();
        if (ledger == null) {
            return Stream.of(one.id() + " was accepted, and the ledger does not know it");
        }
        return ledger.state().equals("FAILED")
                ? Stream.of(one.id() + " was accepted, and has failed")
                : Stream.empty();
    }
}
