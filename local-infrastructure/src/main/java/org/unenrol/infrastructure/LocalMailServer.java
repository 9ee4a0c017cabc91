package org.unenrol.infrastructure;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;

/**
 * A mail server that accepts every mail of its one user, to anyone and from anyone, and delivers it
 * to its {@link Mailbox} only. A mail that it has accepted is on the disk.
 */
public final class LocalMailServer implements AutoCloseable {

    static final String NAME = "the mail server";
    private static final String USER = "unenrol";
    private static final long PATIENCE_MILLIS = 10_000;

    private final FolderLock lock;
    private final SmtpServer server;
    private final Mailbox mailbox;
    private final String password;
    private boolean closed;

    private LocalMailServer(FolderLock lock, SmtpServer server, Mailbox mailbox, String password) {
        this.lock = lock;
        this.server = server;
        this.mailbox = mailbox;
        this.password = password;
    }

    /**
     * Starts the server.
     *
     * @param folder keeps the mails, one {@code .eml} file each
     * @param port 0 for a free one
     * @throws LocalInfrastructureException when the folder or the port is in use
     */
    public static LocalMailServer start(Path folder, int port) {
        return FolderLock.start(
                folder,
                lock -> {
                    Ports.requireFree(WantedPort.ofMailServer(port));
                    OwnerOnly.close(folder);
                    MailFolder mails = new MailFolder(folder);
                    String password = MadePassword.make();
                    return new LocalMailServer(
                            lock, listen(port, mails, password), new Mailbox(mails), password);
                });
    }

    private static SmtpServer listen(int port, MailFolder mails, String password) {
        SmtpServer server =
                new SmtpServer(
                        new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP),
                        new StoringManagers(mails, USER, password));
        server.startService();
        try {
            if (!server.waitTillRunning(PATIENCE_MILLIS)) {
                throw new PortTakenException(WantedPort.ofMailServer(port));
            }
            return server;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.stopService();
            throw new LocalInfrastructureException("The mail server's start was interrupted.", e);
        }
    }

    /** The port or address on which it listens. */
    public String host() {
        return Ports.LOOPBACK;
    }

    /** The port or address on which it listens. */
    public int port() {
        return server.getPort();
    }

    /** The only user whose mails it takes. */
    public String user() {
        return USER;
    }

    /** The password of {@link #user()}, made anew at each start and kept nowhere. */
    public String password() {
        return password;
    }

    /** The mails that it has accepted. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Stops the server; the mailbox can still be read. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stopService();
        } finally {
            lock.close();
        }
    }
}
