package org.unenrol.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditFilter;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditLine;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.Origin;
import org.unenrol.audit.chain.AuditChain;
import org.unenrol.ingest.IngestDatabase;
import org.unenrol.test.database.TestDatabase;

class AuditCommandTests {

    private static final String URL = IngestDatabase.SERVER.urlOfAnother("audit_command");

    @TempDir private Path folder;
    private JdbcClient jdbc;

    @BeforeEach
    void chainThree() {
        DataSource database =
                new DriverManagerDataSource(
                        URL,
                        IngestDatabase.SERVER.getUsername(),
                        IngestDatabase.SERVER.getPassword());
        jdbc = JdbcClient.create(database);
        jdbc.sql("drop schema if exists audit cascade").update();
        TestDatabase.migrationOf("audit", database).migrate();
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(database));
        AuditTrail trail =
                new AuditTrail(jdbc, transaction, () -> Origin.SERVICE, name -> Optional.empty());
        for (int i = 0; i < 3; i++) {
            trail.record(AuditEvent.of(AuditKind.TOKEN_MADE));
        }
        new AuditChain(jdbc, transaction).chainSome();
    }

    @Test
    void findsTheChainInTheDatabaseWhole() {
        assertThat(run("audit", "verify")).startsWith("0 ").contains(": 3 ");
    }

    @Test
    void tellsWhereTheChainInTheDatabaseIsBroken() {
        jdbc.sql("alter table audit.entry disable trigger user").update();
        jdbc.sql("update audit.entry set kind = 'OTHER' where sequence = 2").update();

        assertThat(run("audit", "verify")).startsWith("1 ").contains(" 2: ");
    }

    @Test
    void tellsAnotherEndThanTheOneThatIsKnown() {
        assertThat(run("audit", "verify", "--end=3:" + "a".repeat(64))).startsWith("1 ");
        assertThat(run("audit", "verify", "--end=9:" + "a".repeat(64))).startsWith("1 ");
    }

    @Test
    void verifiesAFileWithoutADatabase() throws IOException {
        List<String> lines = new ArrayList<>();
        new AuditHistory(jdbc).forEach(AuditFilter.ALL, entry -> lines.add(AuditLine.of(entry)));
        Path file = Files.write(folder.resolve("trail.jsonl"), lines);

        assertThat(run("audit", "verify", "--file=" + file)).startsWith("0 ");
        lines.remove(1);
        Files.write(file, lines);
        assertThat(run("audit", "verify", "--file=" + file)).startsWith("1 ").contains(" 2: ");
        assertThat(run("audit", "verify", "--file=" + file + ".none")).startsWith("2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit sign", "audit verify --end=last"})
    void saysHowItIsUsed(String line) {
        assertThat(run(line.split(" "))).startsWith("2 ").contains("audit verify [--file");
    }

    @Test
    void cannotTellWithoutTheDatabase() {
        jdbc.sql("drop schema audit cascade").update();

        assertThat(run("audit", "verify")).startsWith("2 ");
    }

    private static String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.datasource.url=" + URL);
        all.add("--spring.datasource.username=" + IngestDatabase.SERVER.getUsername());
        all.add("--spring.datasource.password=" + IngestDatabase.SERVER.getPassword());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code =
                AuditCommand.run(
                        all.toArray(String[]::new),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
