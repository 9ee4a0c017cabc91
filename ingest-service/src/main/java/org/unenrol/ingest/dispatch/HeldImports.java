package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.dispatch.DispatchProgress;
import org.unenrol.ledger.results.DamagedImportException;

/**
 * The imports whose leases this instance holds. There is always room for one with few rows; a large
 * one is given back after a while when others wait. For one thread.
 */
final class HeldImports {

    private static final Logger log = LoggerFactory.getLogger(HeldImports.class);
    private static final int FEW_ROWS = 100;
    private static final int ROOM_FOR_FEW = 4;

    private final UUID owner = UUID.randomUUID();
    private final DispatchParts parts;
    private final ImportFailure failure;
    private final Map<UUID, ImportDispatch> held = new LinkedHashMap<>();

    HeldImports(DispatchParts parts, ImportFailure failure) {
        this.parts = parts;
        this.failure = failure;
    }

    UUID owner() {
        return owner;
    }

    Collection<ImportDispatch> all() {
        return List.copyOf(held.values());
    }

    /** Takes what the ledger says now; what has ended, is done or lost is put down. */
    boolean note(List<DispatchProgress> imports) throws IOException {
        Map<UUID, DispatchProgress> now =
                imports.stream()
                        .collect(Collectors.toMap(DispatchProgress::importId, Function.identity()));
        boolean some = false;
        for (ImportDispatch dispatch : all()) {
            DispatchProgress progress = now.get(dispatch.importId());
            if (progress == null || !progress.isHeld()) {
                drop(dispatch);
            } else if (progress.isDone()) {
                giveBack(dispatch);
                some = true;
            } else {
                dispatch.note(progress);
            }
        }
        return some;
    }

    /** Takes one more import of those that wait, if there is room. */
    boolean takeOne(List<DispatchProgress> imports) throws IOException {
        int room = parts.settings().imports();
        if (imports.stream().noneMatch(DispatchProgress::isWaiting)
                || held.size() >= room * ROOM_FOR_FEW) {
            return false;
        }
        Optional<DispatchOrder> order =
                held.size() < room
                        ? parts.leases().acquire(owner)
                        : parts.leases().acquire(owner, FEW_ROWS);
        if (order.isEmpty()) {
            return held.size() >= room && giveOneBack();
        }
        begin(order.get(), imports);
        return true;
    }

    private void begin(DispatchOrder order, List<DispatchProgress> imports) throws IOException {
        ImportDispatch earlier = held.remove(order.importId());
        if (earlier != null) {
            earlier.close();
        }
        Optional<DispatchProgress> progress =
                imports.stream().filter(one -> one.importId().equals(order.importId())).findFirst();
        if (progress.isEmpty()) {
            // Younger than the look: the next one sees it.
            parts.leases().release(order.importId(), owner);
            return;
        }
        try {
            held.put(order.importId(), new ImportDispatch(order, progress.get(), parts));
        } catch (DamagedImportException e) {
            failure.end(order, e);
        }
    }

    /** The one that has been held longest, if that is long enough for having read its file. */
    private boolean giveOneBack() throws IOException {
        Optional<ImportDispatch> longest =
                held.values().stream()
                        .filter(one -> one.isReady() && one.isConfirmed())
                        .filter(one -> one.heldNanos() > parts.settings().hold().toNanos())
                        .max(Comparator.comparingLong(ImportDispatch::heldNanos));
        if (longest.isPresent()) {
            giveBack(longest.get());
        }
        return longest.isPresent();
    }

    /** Does something with one import; when that fails, the others are not held up. */
    void with(ImportDispatch dispatch, Step step) throws IOException {
        try {
            step.on(dispatch);
        } catch (DamagedImportException e) {
            drop(dispatch);
            failure.end(dispatch.order(), e);
        } catch (RuntimeException e) {
            // Its lease runs on: until that is over, nobody tries again.
            log.error("importId={}: will be taken up again", dispatch.importId(), e);
            drop(dispatch);
        }
    }

    private void giveBack(ImportDispatch dispatch) throws IOException {
        drop(dispatch);
        parts.leases().release(dispatch.importId(), owner);
    }

    private void drop(ImportDispatch dispatch) throws IOException {
        held.remove(dispatch.importId());
        dispatch.close();
    }

    void giveAllBack() throws IOException {
        for (ImportDispatch dispatch : all()) {
            giveBack(dispatch);
        }
    }

    /** Something to be done with one import. */
    @FunctionalInterface
    interface Step {

        void on(ImportDispatch dispatch) throws IOException;
    }
}
