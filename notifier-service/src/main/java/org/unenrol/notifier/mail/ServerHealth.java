package org.unenrol.notifier.mail;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.mail.MailFailure;
import org.unenrol.ledger.mail.QueuedMail;

/**
 * Keeps from a mail server that fails. It is then tried with one mail at a time, after pauses that
 * grow from a second to the longest, until it accepts one. For any number of threads.
 */
final class ServerHealth {

    /** So many different mails refused in a row, and it is not the mails. */
    private static final int REFUSED_IN_A_ROW = 3;

    private final Duration longestPause;
    private final LongSupplier nanos;
    private final Set<Long> refused = new HashSet<>();
    private int failures;
    private long nextProbe;
    private @Nullable Thread prober;

    /**
     * Takes the time.
     *
     * @param nanos a clock that only goes on, as {@link System#nanoTime}
     */
    ServerHealth(Duration longestPause, LongSupplier nanos) {
        this.longestPause = longestPause;
        this.nanos = nanos;
    }

    /** Tells whether the caller may connect now. Who may says {@link #leave} afterwards. */
    synchronized boolean enter() {
        if (isWell()) {
            return true;
        }
        if (prober != null || nanos.getAsLong() - nextProbe < 0) {
            return false;
        }
        prober = Thread.currentThread();
        return true;
    }

    synchronized void leave() {
        if (prober == Thread.currentThread()) {
            prober = null;
        }
    }

    /** Tells whether the server can be given mail after mail. */
    synchronized boolean isWell() {
        return failures == 0;
    }

    /** Tells how often it has failed since it last worked. */
    synchronized int failures() {
        return failures;
    }

    /** It has accepted a mail, or refused a recipient, as a server that works does. */
    synchronized void works() {
        failures = 0;
        refused.clear();
    }

    synchronized void failed(QueuedMail mail, MailFailure.Kind kind) {
        switch (kind) {
            case RECIPIENT, DEFERRED, DOMAIN -> works();
            case SERVER, UNCONFIRMED -> failed();
            case MESSAGE -> {
                refused.add(mail.id());
                if (refused.size() >= REFUSED_IN_A_ROW) {
                    failed();
                }
            }
        }
    }

    synchronized void failed() {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 20));
        failures++;
        Duration bounded = pause.compareTo(longestPause) < 0 ? pause : longestPause;
        nextProbe = nanos.getAsLong() + bounded.toNanos();
    }
}
