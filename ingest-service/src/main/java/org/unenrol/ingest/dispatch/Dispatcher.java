package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.dispatch.DispatchClaim;
import org.unenrol.ledger.dispatch.DispatchProgress;
import org.unenrol.messaging.Message;
import org.unenrol.service.WorkLoop;

/**
 * Publishes the rows of the imports that it holds, all together in short rounds: nothing that one
 * import needs, and no session that has locked it, holds up the others. Run by one thread.
 */
@Component
class Dispatcher implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final long RENEWAL_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long SKIPPING_NANOS = Duration.ofMillis(30).toNanos();
    private static final int SKIPPED_AT_ONCE = 2_500;
    private static final int REST_AT_ONCE = 1_000;

    private final DispatchParts parts;
    private final HeldImports held;
    private final CreditWindow window;
    private final SettledRows settled = new SettledRows();
    private long renewed = System.nanoTime();
    private long busy = System.nanoTime();

    Dispatcher(DispatchParts parts, ImportFailure failure) {
        this.parts = parts;
        this.held = new HeldImports(parts, failure);
        this.window =
                new CreditWindow(
                        parts.settings().leastAhead(),
                        parts.settings().workAhead(),
                        System.nanoTime());
    }

    /** One round: looks how far all imports are, and does a piece of whatever can be done. */
    WorkLoop.Then round() throws IOException {
        renew();
        List<DispatchProgress> imports = parts.leases().progress(held.owner());
        int settledRows = observe(imports);
        boolean worked = held.note(imports);
        worked |= skip();
        worked |= publish(FairShare.of(window.size(longestCall(imports)), imports));
        worked |= settleRest();
        worked |= held.takeOne(imports);
        if (worked || settledRows > 0) {
            busy = System.nanoTime();
        }
        return then(worked);
    }

    private static Duration longestCall(List<DispatchProgress> imports) {
        return imports.stream()
                .map(DispatchProgress::call)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private WorkLoop.Then then(boolean worked) {
        if (worked) {
            return WorkLoop.Then.AT_ONCE;
        }
        boolean quiet = held.all().isEmpty() || System.nanoTime() - busy > QUIET_NANOS;
        return quiet ? WorkLoop.Then.LATER : WorkLoop.Then.SOON;
    }

    private void renew() {
        if (System.nanoTime() - renewed > RENEWAL_NANOS && !held.all().isEmpty()) {
            parts.leases().renew(held.owner());
            renewed = System.nanoTime();
        }
    }

    private int observe(List<DispatchProgress> imports) {
        int underWay = settled.underWayBefore();
        int settledRows = settled.since(imports);
        boolean isFull = held.all().stream().anyMatch(one -> one.progress().hasRowsLeft());
        window.observe(settledRows, underWay, isFull, System.nanoTime());
        return settledRows;
    }

    /** For a short time; those that will soon be ready first. */
    private boolean skip() throws IOException {
        long start = System.nanoTime();
        List<ImportDispatch> behind =
                held.all().stream()
                        .filter(one -> !one.isReady())
                        .sorted(Comparator.comparingInt(ImportDispatch::toSkip))
                        .toList();
        for (ImportDispatch dispatch : behind) {
            if (System.nanoTime() - start > SKIPPING_NANOS) {
                break;
            }
            held.with(dispatch, one -> one.skip(SKIPPED_AT_ONCE));
        }
        return !behind.isEmpty();
    }

    private boolean publish(FairShare share) throws IOException {
        List<DispatchClaim> claims = new ArrayList<>();
        List<ImportDispatch> ready = held.all().stream().filter(ImportDispatch::isReady).toList();
        for (ImportDispatch dispatch : ready) {
            DispatchClaim claim = dispatch.claim(share.credit(dispatch.progress()));
            if (changes(claim, dispatch.progress())) {
                claims.add(claim);
            }
        }
        Map<UUID, Integer> claimed =
                claims.isEmpty() ? Map.of() : parts.leases().advance(held.owner(), claims);
        for (ImportDispatch dispatch : ready) {
            int through =
                    claimed.getOrDefault(dispatch.importId(), dispatch.progress().claimedThrough());
            held.with(dispatch, one -> one.prepare(through));
        }
        boolean published = publishPrepared();
        return published || !claimed.isEmpty();
    }

    private static boolean changes(DispatchClaim claim, DispatchProgress progress) {
        return claim.dispatchedThrough() > progress.dispatchedThrough()
                || Math.min(claim.wantedThrough(), progress.target()) > progress.claimedThrough();
    }

    /**
     * All in one publication; when that fails, each alone, as the fault may be with one of them.
     */
    private boolean publishPrepared() throws IOException {
        List<ImportDispatch> prepared =
                held.all().stream().filter(one -> !one.prepared().isEmpty()).toList();
        if (prepared.isEmpty()) {
            return false;
        }
        try {
            List<Message> all = prepared.stream().flatMap(one -> one.prepared().stream()).toList();
            parts.publisher().publish(all);
            prepared.forEach(ImportDispatch::published);
        } catch (RuntimeException e) {
            log.warn("the rows of {} imports are published one by one", prepared.size(), e);
            for (ImportDispatch dispatch : prepared) {
                held.with(dispatch, this::publishAlone);
            }
        }
        return true;
    }

    private void publishAlone(ImportDispatch dispatch) {
        parts.publisher().publish(dispatch.prepared());
        dispatch.published();
    }

    /** A piece of one cancelled import, that with the least left, which nobody has locked. */
    private boolean settleRest() throws IOException {
        List<ImportDispatch> cancelled =
                held.all().stream()
                        .filter(one -> one.isReady() && one.isDownToTheRest())
                        .sorted(Comparator.comparingInt(ImportDispatch::rest))
                        .toList();
        for (ImportDispatch dispatch : cancelled) {
            if (parts.leases().isFree(dispatch.importId())) {
                held.with(dispatch, this::settleRest);
                return true;
            }
        }
        return false;
    }

    private void settleRest(ImportDispatch dispatch) throws IOException {
        parts.recorder().record(dispatch.nextOfRest(REST_AT_ONCE));
        if (dispatch.rest() == 0) {
            parts.leases().restSettled(dispatch.importId());
        }
    }

    @Override
    public void destroy() throws IOException {
        held.giveAllBack();
    }
}
