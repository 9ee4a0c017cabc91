package org.unenrol.notifier.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.unenrol.notifier.Certificate;

/** Somebody who is told: a web server that keeps what it is sent, and answers as it is set to. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(204, -1);

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    static Receiver open() throws IOException {
        return at(1, 0);
    }

    /**
     * Opens one on this machine.
     *
     * @param last of the four numbers of its address, after 127.0.0
     */
    static Receiver at(int last, int port) throws IOException {
        InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        return new Receiver(HttpServer.create(new InetSocketAddress(address, port), 0));
    }

    static Receiver secure(Certificate certificate) throws IOException {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        return new Receiver(server);
    }

    Receiver answering(int status) {
        answer = exchange -> exchange.sendResponseHeaders(status, -1);
        return this;
    }

    Receiver answering(int status, Map<String, String> headers) {
        answer =
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(status, -1);
                };
        return this;
    }

    Receiver answering(HttpHandler handler) {
        answer = handler;
        return this;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(
                new Received(
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        new String(body, StandardCharsets.UTF_8)));
        answer.handle(exchange);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port() + "/";
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request that has come. */
    record Received(String path, Headers headers, String body) {

        String id() {
            return headers.getFirst("webhook-id");
        }

        long timestamp() {
            return Long.parseLong(headers.getFirst("webhook-timestamp"));
        }

        String signature() {
            return headers.getFirst("webhook-signature");
        }
    }
}
