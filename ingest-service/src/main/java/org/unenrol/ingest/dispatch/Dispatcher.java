package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.work.WorkLoop;

/** Leases imports and gives each its turn, one after the other. Run by one thread. */
@Component
class Dispatcher implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final UUID owner = UUID.randomUUID();
    private final DispatchParts parts;
    private final ResultsQueue results;
    private final Map<UUID, ImportDispatch> active = new LinkedHashMap<>();

    Dispatcher(DispatchParts parts, ResultsQueue results) {
        this.parts = parts;
        this.results = results;
    }

    /** One round: looks for new imports, then a turn for each. */
    WorkLoop.Then round() throws IOException {
        lease();
        boolean worked = false;
        Iterator<ImportDispatch> turns = active.values().iterator();
        while (turns.hasNext()) {
            ImportDispatch dispatch = turns.next();
            ImportDispatch.Turn turn = turnOf(dispatch);
            worked |= turn == ImportDispatch.Turn.WORKED;
            if (turn == ImportDispatch.Turn.DONE || turn == ImportDispatch.Turn.LOST) {
                turns.remove();
                dispatch.close();
                parts.leases().release(dispatch.importId(), owner);
            }
        }
        if (worked) {
            return WorkLoop.Then.AT_ONCE;
        }
        return active.isEmpty() ? WorkLoop.Then.LATER : WorkLoop.Then.SOON;
    }

    private void lease() throws IOException {
        while (active.size() < parts.settings().imports()) {
            Optional<DispatchOrder> order = parts.leases().acquire(owner);
            if (order.isEmpty()) {
                return;
            }
            begin(order.get());
        }
    }

    private void begin(DispatchOrder order) throws IOException {
        try {
            ImportDispatch earlier =
                    active.put(order.importId(), new ImportDispatch(order, owner, parts));
            if (earlier != null) {
                earlier.close();
            }
        } catch (DamagedImportException e) {
            fail(order.importId(), e);
        }
    }

    private ImportDispatch.Turn turnOf(ImportDispatch dispatch) throws IOException {
        try {
            return dispatch.take();
        } catch (DamagedImportException e) {
            fail(dispatch.importId(), e);
            return ImportDispatch.Turn.LOST;
        } catch (RuntimeException e) {
            abandon(dispatch);
            throw e;
        }
    }

    private void fail(UUID importId, DamagedImportException cause) {
        log.error("importId={} {}", importId, cause.reason());
        results.fail(importId, cause.reason());
    }

    /** What a failed turn has read but not published is lost to it; the next holder begins anew. */
    private void abandon(ImportDispatch dispatch) throws IOException {
        active.remove(dispatch.importId());
        dispatch.close();
        parts.leases().release(dispatch.importId(), owner);
    }

    @Override
    public void destroy() throws IOException {
        for (ImportDispatch dispatch : active.values()) {
            dispatch.close();
            parts.leases().release(dispatch.importId(), owner);
        }
    }
}
