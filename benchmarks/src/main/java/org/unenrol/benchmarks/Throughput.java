package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.standalone.Standalone;
import org.unenrol.standalone.StandaloneSettings;

/**
 * Rows per second of a real run in standalone, from the upload to the results file, in random
 * order; and, on the same database in the same run, of one SQL statement that ends as many periods.
 */
public final class Throughput {

    private static final String REFERENCE = "THROUGHPUT";
    private static final String PASSWORD = "benchmark";
    private static final int DEFAULT_ROWS = 200_000;

    private final int rows;
    private final Standalone standalone;
    private final JdbcClient jdbc;

    private Throughput(int rows, Standalone standalone) {
        this.rows = rows;
        this.standalone = standalone;
        this.jdbc = JdbcClient.create(standalone.infrastructure().postgres().dataSource());
    }

    /**
     * Runs the benchmark in a temporary folder.
     *
     * @param arguments the number of rows, 200,000 when there is none
     */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? DEFAULT_ROWS : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("unenrol-throughput");
        StandaloneSettings settings = new StandaloneSettings(folder, 0, 0, 0, PASSWORD);
        try (Standalone standalone =
                Standalone.start(
                        settings, "--server.port=0", "--unenrol.upload.max-rows=" + rows)) {
            new Throughput(rows, standalone).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        populate();
        ImportClient client = new ImportClient(standalone.url(), "global.admin", PASSWORD);
        warmUp(client);
        Duration product = client.run(file("load", rows), rows);
        reenrol();
        Duration statement = endByOneStatement();
        double productRate = rate(product);
        double statementRate = rate(statement);
        System.out.printf(
                "%,d rows in %,d ms: %,.0f rows/s from upload to results file%n",
                rows, product.toMillis(), productRate);
        System.out.printf(
                "One UPDATE of as many periods, nothing else: %,.0f rows/s; ratio %.2f%n",
                statementRate, productRate / statementRate);
    }

    private double rate(Duration time) {
        return rows / (time.toNanos() / 1e9);
    }

    private void warmUp(ImportClient client) throws IOException, InterruptedException {
        client.run(file("warm", Math.min(rows, 20_000)), Math.min(rows, 20_000));
    }

    private byte[] file(String prefix, int count) {
        List<Integer> order = new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        Collections.shuffle(order, new Random(1));
        StringBuilder csv =
                new StringBuilder(
                        "Username,Activity external reference,Send unenrolment email\r\n");
        for (int number : order) {
            csv.append(prefix)
                    .append('-')
                    .append(number)
                    .append(',')
                    .append(REFERENCE)
                    .append(",No\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void populate() {
        insertUsers("load", rows);
        insertUsers("warm", Math.min(rows, 20_000));
        jdbc.sql(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        select 'COURSE', 'Throughput', :reference, min(name) from lms.area
                        """)
                .param("reference", REFERENCE)
                .update();
        enrolAll();
        jdbc.sql("analyze").update();
    }

    private void insertUsers(String prefix, int count) {
        jdbc.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email, role)
                        select :prefix || '-' || n, :prefix || '-' || n, 'Learner ' || n,
                               :prefix || '-' || n || '@example.org', 'LEARNER'
                        from generate_series(1, :count) as n
                        """)
                .param("prefix", prefix)
                .param("count", count)
                .update();
    }

    private void enrolAll() {
        jdbc.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, a.id, now() - interval '1 day'
                        from lms.app_user u, lms.activity a
                        where a.external_reference = :reference
                          and (u.username like 'load-%' or u.username like 'warm-%')
                        """)
                .param("reference", REFERENCE)
                .update();
    }

    private void reenrol() {
        enrolAll();
        jdbc.sql("analyze lms.enrolment").update();
    }

    private Duration endByOneStatement() {
        long start = System.nanoTime();
        jdbc.sql(
                        """
                        update lms.enrolment e
                        set ended_at = now(), ended_by_import = gen_random_uuid(), ended_by_row = u.id
                        from lms.app_user u, lms.activity a
                        where u.id = e.user_id and a.id = e.activity_id and e.ended_at is null
                          and a.external_reference = :reference and u.username_key like 'load-%'
                        """)
                .param("reference", REFERENCE)
                .update();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
