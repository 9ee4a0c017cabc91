package org.unenrol.guarantees.check;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.Evidence.Fault;
import org.unenrol.guarantees.check.ImportEvidence.Mode;
import org.unenrol.guarantees.check.ImportEvidence.Submitted;

/** Gathers the evidence of a run: from its folder, the running system, and what is left of it. */
final class Gathering {

    private final Path folder;
    private final Path run;
    private final Properties system;
    private final Properties about;

    /**
     * Takes where to look.
     *
     * @param folder of the evidence, with {@code system.properties} and the mails
     * @param run the name of the run, a folder in it
     */
    Gathering(Path folder, String run) throws IOException {
        this.folder = folder;
        this.run = folder.resolve(run);
        this.system = properties(folder.resolve("system.properties"));
        this.about = properties(this.run.resolve("run.properties"));
    }

    Evidence evidence() throws IOException, SQLException, MessagingException, InterruptedException {
        MailEvidence mails = new MailEvidence(folder.resolve("mails"));
        try (Connection connection =
                DriverManager.getConnection(
                        system.getProperty("database.url"),
                        system.getProperty("database.user"),
                        system.getProperty("database.password"))) {
            LedgerTables tables = new LedgerTables(connection);
            Served served = new Served(system);
            List<ImportEvidence> imports = new ArrayList<>();
            for (Path one : submissions()) {
                imports.add(importOf(one, tables, mails, served));
            }
            List<Evidence.Change> changes =
                    History.since(connection, Long.parseLong(about.getProperty("since")));
            return new Evidence(
                    imports,
                    new AskedRequests(run.resolve("requests"), system.getProperty("broker"))
                            .evidence(tables),
                    about.getProperty("remote", "no").equals("yes")
                            ? new Attribution(imports).of(changes)
                            : changes,
                    faults(),
                    Instant.parse(about.getProperty("healed")),
                    new DeadLetterCount(system.getProperty("broker")).count()
                            - Integer.parseInt(about.getProperty("deadLettersBefore")),
                    Integer.parseInt(about.getProperty("poison")),
                    Long.parseLong(about.getProperty("published", "0")),
                    Long.parseLong(about.getProperty("publishedAtMost", "0")));
        }
    }

    private List<Path> submissions() throws IOException {
        try (Stream<Path> all = Files.list(run)) {
            return all.filter(one -> Files.exists(one.resolve("submission.properties")))
                    .sorted()
                    .toList();
        }
    }

    private static ImportEvidence importOf(
            Path submission, LedgerTables tables, MailEvidence mails, Served served)
            throws IOException, SQLException, InterruptedException {
        String id = submission.getFileName().toString();
        return new ImportEvidence(
                id,
                submitted(submission),
                tables.ledger(id),
                tables.outcomes(id),
                served.results(id),
                mails.of(id, tables.mails(id)));
    }

    private static Submitted submitted(Path submission) throws IOException {
        Properties known = properties(submission.resolve("submission.properties"));
        return new Submitted(
                Files.readAllBytes(submission.resolve("upload.csv")),
                known.getProperty("delimiter").charAt(0),
                Mode.valueOf(known.getProperty("mode")),
                Instant.parse(known.getProperty("accepted")),
                Files.readAllLines(submission.resolve("expected")),
                known.getProperty("undisturbed").equals("yes"),
                emptyToNull(known.getProperty("verified")));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private List<Fault> faults() throws IOException {
        Path file = folder.resolve("faults");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> line.split(" ", 3))
                        .map(
                                part ->
                                        new Fault(
                                                part[2],
                                                Instant.parse(part[0]),
                                                Instant.parse(part[1])))
                        .toList()
                : List.of();
    }

    static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
