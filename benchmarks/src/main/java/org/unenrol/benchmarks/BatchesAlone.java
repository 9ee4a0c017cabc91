package org.unenrol.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.postgres.PostgresRowSettler;

/**
 * The least that a row can cost: the learning platform alone ends the periods of a whole file, in
 * the batches and by the statements that a worker uses. No upload, no broker, no outcomes, no
 * results; and beside it, on the same database, the SQL script, which does all of its work.
 */
final class BatchesAlone implements Measure {

    private static final List<Integer> SIZES = List.of(1_000, 4_000);
    private static final List<Integer> CONNECTIONS = List.of(1, 2);

    @Override
    public List<Figure> take(Bench bench) throws IOException, SQLException {
        int rows = bench.settings().rows();
        Path folder = bench.newFolder("batches");
        try (Deployment deployment = Deployment.Kind.STANDALONE.start(folder, List.of())) {
            LocalPostgres postgres = deployment.infrastructure().postgres();
            Roster roster = new Roster(postgres.dataSource(), rows).populate();
            Path csv = roster.file(folder.resolve("upload.csv"), rows);
            roster.reset();
            Times script = new Times();
            script.add(
                    new ReferenceScript(postgres.dataSource())
                            .run(csv, Mode.APPLY, folder.resolve("script.csv")));
            double scriptRate = script.rowsPerSecond(rows);
            bench.say("the SQL script: %,.0f rows/s".formatted(scriptRate));
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("the SQL script, all of its work", scriptRate, "rows/s"));
            try (HikariDataSource pool = pool(postgres)) {
                for (int size : SIZES) {
                    for (int connections : CONNECTIONS) {
                        roster.reset();
                        Times times = new Times();
                        times.add(end(pool, requests(roster, rows), size, connections));
                        double rate = times.rowsPerSecond(rows);
                        String what =
                                "ending alone, batches of %,d, %d connections"
                                        .formatted(size, connections);
                        bench.say("%s: %,.0f rows/s".formatted(what, rate));
                        figures.add(Figure.of(what, rate, "rows/s"));
                        figures.add(Figure.ratio(what + ", to the script", rate / scriptRate, ""));
                    }
                }
            }
            return figures;
        }
    }

    private static HikariDataSource pool(LocalPostgres postgres) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(postgres.dataSource());
        return new HikariDataSource(settings);
    }

    private static List<UnenrolmentRequest> requests(Roster roster, int rows) {
        UUID importId = UUID.randomUUID();
        Instant now = Instant.now();
        int[] numbers = roster.order(rows);
        return IntStream.range(0, rows)
                .mapToObj(
                        i ->
                                new UnenrolmentRequest(
                                        new RowId(importId, i + 1),
                                        Mode.APPLY,
                                        now,
                                        ManagedAreas.EVERY,
                                        Roster.username(numbers[i]),
                                        Roster.reference(numbers[i]),
                                        null,
                                        null,
                                        true))
                .toList();
    }

    /** Each connection takes the next batch as soon as it is done with one. */
    private static Duration end(
            DataSource pool, List<UnenrolmentRequest> requests, int size, int connections) {
        RowSettler platform =
                new PostgresRowSettler(JdbcClient.create(pool), new JdbcTransactionManager(pool));
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Future<?>> batches = new ArrayList<>();
            for (int from = 0; from < requests.size(); from += size) {
                List<UnenrolmentRequest> batch =
                        requests.subList(from, Math.min(requests.size(), from + size));
                batches.add(threads.submit(() -> platform.settle(batch)));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
