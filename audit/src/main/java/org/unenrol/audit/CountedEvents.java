package org.unenrol.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events that anybody may cause as often as they like, such as refusals. Alike ones are recorded
 * once at first and, after a minute, once more with how many there were; so nobody fills the disk.
 * To note one costs nothing and never fails: entries are written by another thread, within a
 * second. Until then they are in memory alone. Safe for use by many threads.
 */
public final class CountedEvents implements AutoCloseable {

    /** Of each kind at a time; those beyond are counted together, without an origin. */
    static final int MOST = 200;

    private final AuditTrail trail;
    private final Clock clock;
    private final Map<AuditKind, Map<Alike, Count>> counts = new EnumMap<>(AuditKind.class);

    public CountedEvents(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Counts an event. */
    public synchronized void note(AuditEvent event, Origin origin) {
        Map<Alike, Count> ofKind = counts.computeIfAbsent(event.kind(), kind -> new HashMap<>());
        Alike alike = new Alike(event.by(), origin, event.details().get(AuditDetail.STATUS.key()));
        Count count = ofKind.get(alike);
        if (count == null && ofKind.size() >= MOST) {
            alike = Alike.OTHERS;
            count = ofKind.get(alike);
        }
        if (count == null) {
            boolean others = alike.equals(Alike.OTHERS);
            count =
                    new Count(
                            others ? AuditEvent.of(event.kind()) : event,
                            others ? Origin.SERVICE : origin,
                            clock.instant().plus(event.kind().counted()));
            ofKind.put(alike, count);
        }
        count.times++;
    }

    /** Records what is due. What cannot be recorded is kept. Returns whether something was due. */
    public boolean write() {
        return write(clock.instant());
    }

    /** Records what has not been yet. */
    @Override
    public void close() {
        boolean written = true;
        while (written) {
            written = write(Instant.MAX);
        }
    }

    private boolean write(Instant now) {
        List<Due> due = due(now);
        for (Due one : due) {
            trail.record(one.event(), one.count().origin);
            written(one);
        }
        forget(now);
        return !due.isEmpty();
    }

    private synchronized List<Due> due(Instant now) {
        List<Due> due = new ArrayList<>();
        for (Map<Alike, Count> ofKind : counts.values()) {
            for (Count count : ofKind.values()) {
                if (count.written == 0 || (count.isOver(now) && count.times > count.written)) {
                    due.add(new Due(count, count.written == 0 ? 1 : count.times));
                }
            }
        }
        return due;
    }

    private synchronized void written(Due due) {
        due.count().written = due.through();
    }

    private synchronized void forget(Instant now) {
        counts.values()
                .forEach(
                        ofKind ->
                                ofKind.values()
                                        .removeIf(
                                                count ->
                                                        count.isOver(now)
                                                                && count.written == count.times));
    }

    /** The common part of events that are counted together. */
    private record Alike(@Nullable String by, @Nullable Origin origin, @Nullable String status) {

        static final Alike OTHERS = new Alike(null, null, null);
    }

    /** Events of which the first so many are to have been recorded. */
    private record Due(Count count, int through) {

        AuditEvent event() {
            int times = through - count.written;
            return times == 1 ? count.event : count.event.with(AuditDetail.TIMES, times);
        }
    }

    private static final class Count {

        private final AuditEvent event;
        private final Origin origin;
        private final Instant end;
        private int times;
        private int written;

        Count(AuditEvent event, Origin origin, Instant end) {
            this.event = event;
            this.origin = origin;
            this.end = end;
        }

        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }
    }
}
