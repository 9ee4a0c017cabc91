package org.unenrol.guarantees.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server (RFC 5321, as much of it as is needed) that behaves as it is told. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket listening;
    private final KeptMails kept;
    private final Map<Manner, AtomicInteger> visits = new EnumMap<>(Manner.class);
    private volatile Manner manner = Manner.ACCEPT;

    private MailServer(ServerSocket listening, KeptMails kept) {
        this.listening = listening;
        this.kept = kept;
        for (Manner one : Manner.values()) {
            visits.put(one, new AtomicInteger());
        }
    }

    /**
     * Starts the server on a free port.
     *
     * @param folder keeps the mails that were accepted
     * @param results tells of a mail's text whether the results it speaks of can be read now
     */
    public static MailServer start(Path folder, KeptMails.Results results) {
        try {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            MailServer server = new MailServer(listening, new KeptMails(folder, results));
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Sets how the next command of any connection is answered. */
    public void behave(Manner next) {
        manner = next;
    }

    /** Tells how often the manner has made a difference to somebody. */
    public int visits(Manner one) {
        return visits.getOrDefault(one, new AtomicInteger()).get();
    }

    /** Tells how many mails have been accepted. */
    public int accepted() {
        return kept.count();
    }

    Manner manner() {
        return manner;
    }

    void note(Manner shown) {
        visits.getOrDefault(shown, new AtomicInteger()).incrementAndGet();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                daemon(() -> new SmtpDialogue(this, client, kept).run());
            } catch (IOException e) {
                // It is closed, or the client has gone: the loop's condition tells.
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
