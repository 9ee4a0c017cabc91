package org.unenrol.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does a piece of work again and again while there is some, and looks for more when signalled or
 * when an interval is over. A failure is logged and the work tried again: what has to be done
 * stands in the ledger.
 */
public final class WorkLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long SOON_MILLIS = 10;
    private static final long STOP_SECONDS = 10;

    private final String name;
    private final int threads;
    private final Duration interval;
    private final Work work;
    private final Semaphore signals = new Semaphore(0);
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean active;

    /**
     * Takes what to do; nothing runs before the start.
     *
     * @param interval how long to wait for a signal before looking anyway
     */
    public WorkLoop(String name, int threads, Duration interval, Work work) {
        this.name = name;
        this.threads = threads;
        this.interval = interval;
        this.work = work;
    }

    /** Wakes one thread, now or when it next would wait. */
    public void signal() {
        if (signals.availablePermits() < threads) {
            signals.release();
        }
    }

    @Override
    public synchronized void start() {
        active = true;
        for (int i = 1; i <= threads; i++) {
            Thread thread = new Thread(this::run, name + "-" + i);
            thread.start();
            running.add(thread);
        }
    }

    @Override
    public synchronized void stop() {
        active = false;
        running.forEach(Thread::interrupt);
        try {
            for (Thread thread : running) {
                thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return active;
    }

    private void run() {
        while (active) {
            try {
                await(work.doSome());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable e) {
                // An error, too, must not silently end the only thread that does this work.
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(Throwable failure) {
        if (!active) {
            return;
        }
        log.error("{}: will try again", name, failure);
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Then then) throws InterruptedException {
        if (then == Then.AT_ONCE) {
            return;
        }
        long millis = then == Then.SOON ? SOON_MILLIS : interval.toMillis();
        if (signals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    /** A piece of work. */
    @FunctionalInterface
    public interface Work {

        /** Does some of the work and tells when to look for more. */
        Then doSome() throws Exception;
    }

    /** The time to look for more work. A signal shortens any wait. */
    public enum Then {
        AT_ONCE,
        /** In some milliseconds: there is work, but it waits for something else. */
        SOON,
        /** As soon as the loop's interval is over. */
        LATER;

        public static Then after(boolean worked) {
            return worked ? AT_ONCE : LATER;
        }
    }
}
