package org.unenrol.ingest.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.unenrol.ledger.dispatch.DispatchProgress;

/** Counts the rows that get their outcome from one look to the next. For one thread. */
final class SettledRows {

    private Map<UUID, DispatchProgress> before = Map.of();

    /** Tells how many rows were under way at the last look. */
    int underWayBefore() {
        return before.values().stream().mapToInt(DispatchProgress::underWay).sum();
    }

    /**
     * Tells how many have got their outcome since. An import that is no longer there has all of
     * them; the rest of a cancelled one is settled without a platform and does not count.
     */
    int since(List<DispatchProgress> imports) {
        Map<UUID, DispatchProgress> gone = new HashMap<>(before);
        int settled = 0;
        for (DispatchProgress now : imports) {
            DispatchProgress then = gone.remove(now.importId());
            if (then != null && !now.restToSettle()) {
                settled += now.received() - then.received();
            }
        }
        for (DispatchProgress then : gone.values()) {
            settled += then.underWay();
        }
        before = new HashMap<>();
        imports.forEach(one -> before.put(one.importId(), one));
        return settled;
    }
}
