package org.unenrol.guarantees.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The remote platform: slow, and with one call in some going wrong until that is over. */
public final class RemotePlatform implements AutoCloseable {

    private static final int ONE_IN = 8;
    private static final long MILLIS_A_ROW = 1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RemotePeople people;
    private final Random random;
    private final AtomicInteger troubles = new AtomicInteger();
    private volatile boolean isTroubled = true;

    private RemotePlatform(JdbcClient jdbc, long seed) throws IOException {
        people = new RemotePeople(jdbc);
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/look", call -> answer(call, false));
        server.createContext("/places", call -> answer(call, false));
        server.createContext("/end", call -> answer(call, true));
    }

    /** Starts it on the people of a database, under a name of its own. */
    public static RemotePlatform start(JdbcClient jdbc, long seed) {
        try {
            RemotePlatform platform = new RemotePlatform(jdbc, seed);
            platform.server.start();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings with which this is the platform of a worker or a notifier. */
    public List<String> settings() {
        return List.of(
                "--unenrol.platform=" + RemoteAdapterConfiguration.NAME,
                "--guarantees.remote-platform=http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on nothing goes wrong. */
    public void heal() {
        isTroubled = false;
    }

    /** Tells how many calls have gone wrong. */
    public int troubles() {
        return troubles.get();
    }

    private void answer(HttpExchange call, boolean changes) throws IOException {
        try (call) {
            String[] lines =
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            .split("\n");
            Trouble trouble = trouble(changes);
            TimeUnit.MILLISECONDS.sleep(MILLIS_A_ROW * lines.length);
            String answer = trouble.isDone() ? act(call, lines) : "";
            if (trouble == Trouble.TWICE) {
                act(call, lines);
            }
            if (trouble.isLate()) {
                TimeUnit.MILLISECONDS.sleep(2 * RemoteAdapter.PATIENCE.toMillis());
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(trouble.status(), body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Trouble trouble(boolean changes) {
        Trouble drawn = isTroubled ? Trouble.draw(random, ONE_IN, changes) : Trouble.NONE;
        if (drawn != Trouble.NONE) {
            troubles.incrementAndGet();
        }
        return drawn;
    }

    private String act(HttpExchange call, String[] lines) {
        return switch (call.getHttpContext().getPath()) {
            case "/look" -> people.look(lines);
            case "/places" -> people.places(lines);
            default -> {
                people.end(lines);
                yield "";
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
