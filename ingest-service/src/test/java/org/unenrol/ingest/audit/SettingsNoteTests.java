package org.unenrol.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.Origin;
import org.unenrol.ingest.IngestDatabase;

class SettingsNoteTests {

    @Test
    void tellsTheProductsSettingsWithoutWhatIsSecret() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "file",
                                Map.of(
                                        "unenrol.api.basic", "false",
                                        "unenrol.records.keys.k1", "c2VjcmV0",
                                        "unenrol.a.url", "https://me:hidden@host/x?token=hidden",
                                        "spring.datasource.url", "jdbc:x://h/d?password=hidden&a=b",
                                        "spring.datasource.password", "hidden")));
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                "environment",
                                Map.of("UNENROL_MAIL_FROM", "a@b", "UNENROL_ADMIN_PASSWORD", "x")));

        assertThat(SettingsText.of(environment).lines())
                .filteredOn(setting -> !setting.startsWith("unenrol.fast"))
                .containsExactly(
                        "spring.datasource.url=jdbc:x://h/d?password=***&a=b",
                        "unenrol.a.url=https://***@host/x?token=***",
                        "unenrol.admin.password=***",
                        "unenrol.api.basic=false",
                        "unenrol.mail.from=a@b",
                        "unenrol.records.keys.k1=***");
    }

    @Test
    void recordsThemWhenTheyAreOthersThanTheLastTime() {
        JdbcClient jdbc = IngestDatabase.JDBC;
        SettingsNote note =
                new SettingsNote(
                        new AuditTrail(
                                jdbc,
                                new TransactionTemplate(IngestDatabase.SERVER.transactions()),
                                () -> Origin.SERVICE,
                                name -> Optional.empty()),
                        new AuditHistory(jdbc));

        note.note("a=1");
        note.note("a=1");
        note.note("a=2");

        assertThat(
                        jdbc.sql(
                                        """
                                        select details ->> 'settings' from audit.entry
                                        where kind = 'SETTINGS_READ' order by id desc limit 2
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("a=2", "a=1");
    }
}
