package org.unenrol.platform.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.WhiteSpace;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.test.database.TestDatabase;

class StoredNamesTests {

    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void createAsItWasBefore() {
        database =
                PlatformDatabase.SERVER.another(
                        "stored_names_" + UUID.randomUUID().toString().replace('-', '_'));
        jdbc = JdbcClient.create(database);
        TestDatabase.migrate(LearningPlatformConfiguration.migrationOf(database), "7");
        jdbc.sql("insert into lms.area values ('Safety')").update();
    }

    @Test
    void bringsKeysAndReferencesIntoTheFormInWhichTheyAreLookedUp() {
        account("al\u0131.kaya", "ali.kaya");
        account("ali.kaya", "al\u0131.kaya");
        account("Stra\u00dfe", "strasse");
        account("anna\u00a0", "anna\u00a0");
        course("CAFE\u0301\u00a0");
        course("\u00a0");
        course("FIRE");

        migrate();

        assertThat(column("username_key", "app_user"))
                .containsExactly("al\u0131.kaya", "ali.kaya", "stra\u00dfe", "anna");
        assertThat(column("coalesce(external_reference, '-')", "activity"))
                .containsExactly("CAF\u00c9", "-", "FIRE");
    }

    @Test
    void namesUsernamesThatClashAndChangesNothing() {
        account("anna", "anna");
        account("ANNA\u00a0", "anna\u00a0");
        account("al\u0131.kaya", "ali.kaya");

        assertThatThrownBy(this::migrate)
                .rootCause()
                .hasMessageContaining("Usernames in lms.app_user differ only")
                .hasMessageContaining("\"anna\" (id 1), \"ANNA\u00a0\" (id 2).");
        assertThat(column("username_key", "app_user"))
                .containsExactly("anna", "anna\u00a0", "ali.kaya");
    }

    @Test
    void namesSomeOfManyReferencesThatClashAndChangesNothing() {
        for (int i = 0; i < 12; i++) {
            course("CAFE\u0301-" + i);
            course("CAF\u00c9-" + i);
        }
        account("Stra\u00dfe", "strasse");

        assertThatThrownBy(this::migrate)
                .rootCause()
                .hasMessageContaining("External references in lms.activity differ only")
                .hasMessageContaining("(id 1), \"CAF\u00c9-0\" (id 2); ")
                .hasMessageContaining("; and 2 more.");
        assertThat(column("username_key", "app_user")).containsExactly("strasse");
    }

    @Test
    void tellsTheOperatorOfAClashInPlaceOfAStackTrace() {
        course("CAFE\u0301");
        course("CAF\u00c9");

        assertThatThrownBy(this::migrate)
                .satisfies(
                        failure ->
                                assertThat(new ClashingNamesAnalyzer().analyze(failure))
                                        .extracting(FailureAnalysis::getDescription)
                                        .asString()
                                        .startsWith("External references"));
    }

    @Test
    void storesNoReferenceThatNoFileCouldNameAfterwards() {
        migrate();

        assertThat(IntStream.rangeClosed(1, Character.MAX_VALUE))
                .filteredOn(WhiteSpace::is)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        space ->
                                assertThatThrownBy(() -> course("A" + Character.toString(space)))
                                        .isInstanceOf(DataIntegrityViolationException.class));
        assertThatThrownBy(() -> course("CAFE\u0301"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void migrate() {
        LearningPlatformConfiguration.migrationOf(database).migrate();
    }

    private void account(String username, String key) {
        jdbc.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email, role)
                        values (:username, :key, 'Name', 'a@example.org', 'LEARNER')
                        """)
                .param("username", username)
                .param("key", key)
                .update();
    }

    private void course(String reference) {
        jdbc.sql(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        values ('COURSE', 'Title', :reference, 'Safety')
                        """)
                .param("reference", reference)
                .update();
    }

    private List<String> column(String expression, String table) {
        return jdbc
                .sql("select " + expression + " from lms." + table + " order by id")
                .query(String.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
