package org.unenrol.guarantees.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on the loopback address, whose behaviour can be changed while it runs. */
public final class Proxy implements AutoCloseable {

    private final int target;
    private final ServerSocket listening;
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = new Behaviour.Pass();

    private Proxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /** Starts a proxy before a port that need not be listened on yet. */
    public static Proxy start(int port, int target) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            Proxy proxy = new Proxy(listening, target);
            daemon("proxy to " + target, proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Bytes under way stay as the former behaviour has left it. */
    public void behave(Behaviour next) {
        behaviour = next;
        if (next instanceof Behaviour.Cut) {
            relays.forEach(Relay::reset);
        }
        if (next instanceof Behaviour.HalfClose) {
            relays.forEach(Relay::halfClose);
        }
    }

    /** Passes everything on again. */
    public void heal() {
        behave(new Behaviour.Pass());
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void ended(Relay relay) {
        relays.remove(relay);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                relay(listening.accept());
            } catch (IOException e) {
                // This connection is over, or the proxy is closed; the next one is another matter.
            }
        }
    }

    private void relay(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            if (behaviour instanceof Behaviour.Cut) {
                throw new IOException("cut");
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
        } catch (IOException e) {
            Relay.reset(client);
            server.close();
            return;
        }
        Relay relay = new Relay(this, client, server);
        relays.add(relay);
        relay.start();
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
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
        relays.forEach(Relay::reset);
    }
}
