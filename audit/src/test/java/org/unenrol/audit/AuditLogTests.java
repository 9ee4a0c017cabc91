package org.unenrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.audit.AuditDatabase.TRAIL;
import static org.unenrol.audit.AuditDatabase.TRANSACTION;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditLogTests {

    private static final UUID IMPORT = UUID.randomUUID();

    private final Logger log = (Logger) LoggerFactory.getLogger("org.unenrol.audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        AuditDatabase.clear();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void tellsAnEntryInTheFieldsOfTheElasticCommonSchema() {
        TRAIL.record(AuditEvent.of(AuditKind.IMPORT_SUBMITTED).about(IMPORT));

        JsonNode line = ecs(lines.list.get(0));
        assertThat(line.at("/event/action").asString()).isEqualTo("import-submitted");
        assertThat(line.at("/event/category").asString()).isEqualTo("database");
        assertThat(line.at("/event/outcome").asString()).isEqualTo("success");
        assertThat(line.at("/user/id").asString()).isEqualTo("7");
        assertThat(line.at("/unenrol/import/id").asString()).isEqualTo(IMPORT.toString());
        assertThat(line.at("/log/logger").asString()).isEqualTo("org.unenrol.audit");
    }

    @Test
    void tellsNobodysNameOrAddressAboveDebug() {
        log.setLevel(Level.DEBUG);
        TRAIL.record(AuditEvent.of(AuditKind.SIGNED_IN));

        assertThat(lines.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .hasSize(1)
                .allSatisfy(
                        line ->
                                assertThat(ecs(line).toString())
                                        .doesNotContainIgnoringCase("ada")
                                        .doesNotContain("192.0.2.7"));
        assertThat(lines.list)
                .filteredOn(line -> line.getLevel() == Level.DEBUG)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains("192.0.2.7"));
    }

    @Test
    void tellsNothingOfAChangeThatWasTakenBack() {
        TRANSACTION.executeWithoutResult(
                status -> {
                    TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));
                    assertThat(lines.list).isEmpty();
                    status.setRollbackOnly();
                });
        assertThat(lines.list).isEmpty();

        TRAIL.record(() -> {}, AuditEvent.of(AuditKind.TOKEN_MADE));
        assertThat(lines.list).hasSize(1);
    }

    private static JsonNode ecs(ILoggingEvent line) {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new MockEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        return new JsonMapper().readTree(new String(encoder.encode(line), StandardCharsets.UTF_8));
    }
}
