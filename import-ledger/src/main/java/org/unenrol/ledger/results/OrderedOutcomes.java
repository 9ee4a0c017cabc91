package org.unenrol.ledger.results;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.unenrol.csv.RowResult;
import org.unenrol.csv.RowResults;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.wording.OutcomeMessages;

/** The outcomes of an import in row order, fetched a page at a time. For one thread. */
final class OrderedOutcomes implements RowResults {

    private static final int PAGE = 5_000;

    private final RowOutcomes recorded;
    private final UUID importId;
    private final OutcomeMessages messages;
    private final Runnable beforePage;
    private Iterator<RecordedOutcome> page = List.<RecordedOutcome>of().iterator();

    OrderedOutcomes(RowOutcomes recorded, ResultsOrder order, Runnable beforePage) {
        this.recorded = recorded;
        this.importId = order.importId();
        this.messages = OutcomeMessages.in(order.language());
        this.beforePage = beforePage;
    }

    @Override
    public RowResult of(int row) {
        if (!page.hasNext()) {
            beforePage.run();
            page = recorded.page(importId, row - 1, PAGE).iterator();
        }
        if (!page.hasNext()) {
            throw new DamagedImportException(Damage.outcomeMissing(row));
        }
        RecordedOutcome outcome = page.next();
        if (outcome.row() != row) {
            throw new DamagedImportException(Damage.outcomeMissing(row));
        }
        return new RowResult(outcome.code(), outcome.sentence(messages));
    }
}
