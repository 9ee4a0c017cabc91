package org.unenrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.unenrol.audit.AuditDatabase.HISTORY;
import static org.unenrol.audit.AuditDatabase.JDBC;
import static org.unenrol.audit.AuditDatabase.TRAIL;
import static org.unenrol.audit.AuditDatabase.TRANSACTION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AuditTrailTests {

    private static final UUID IMPORT = UUID.randomUUID();

    @BeforeEach
    void clear() {
        AuditDatabase.clear();
    }

    @Test
    void keepsWhoDidWhatFromWhereAndWhen() {
        Instant before = AuditDatabase.SERVER.now();

        TRAIL.record(
                AuditEvent.of(AuditKind.IMPORT_SUBMITTED)
                        .about(IMPORT)
                        .with(AuditDetail.ROWS, 3)
                        .with(AuditDetail.NAME, "a\0\ud800\n"));

        AuditEntry entry = AuditDatabase.all().get(0);
        assertThat(entry.at()).isBetween(before, AuditDatabase.SERVER.now());
        assertThat(entry)
                .isEqualTo(
                        new AuditEntry(
                                entry.id(),
                                entry.at(),
                                "IMPORT_SUBMITTED",
                                7L,
                                "Ada",
                                "PORTAL",
                                null,
                                "192.0.2.7",
                                IMPORT,
                                null,
                                Map.of("rows", "3", "name", "a?\n"),
                                null));
    }

    @Test
    void keepsNoNameThatIsNoAccounts() {
        TRAIL.record(AuditEvent.of(AuditKind.SIGN_IN_FAILED).by("my password"));

        assertThat(AuditDatabase.all()).singleElement().extracting(AuditEntry::account).isNull();
        assertThat(JDBC.sql("select entry::text from audit.entry").query(String.class).single())
                .doesNotContain("my password");
    }

    @Test
    void namesTheSourceThatActsForAnAccount() {
        TRAIL.record(AuditEvent.of(AuditKind.IMPORT_CANCELLED).from("hr").about(9));

        assertThat(AuditDatabase.all())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.via()).isEqualTo("SOURCE");
                            assertThat(entry.viaName()).isEqualTo("hr");
                            assertThat(entry.account()).isEqualTo("Ada");
                            assertThat(entry.about()).isEqualTo("9");
                        });
    }

    @Test
    void hasNoEntryWithoutTheChangeAndNoChangeWithoutTheEntry() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                TRANSACTION.execute(
                                        status -> {
                                            TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));
                                            throw new IllegalStateException();
                                        }));
        assertThat(AuditDatabase.all()).isEmpty();

        JDBC.sql("create table if not exists public.changed (what text)").update();
        JDBC.sql("alter table audit.entry rename to entry_away").update();
        try {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(
                            () ->
                                    TRAIL.record(
                                            () ->
                                                    JDBC.sql(
                                                                    "insert into public.changed values ('x')")
                                                            .update(),
                                            AuditEvent.of(AuditKind.TOKEN_MADE)));
        } finally {
            JDBC.sql("alter table audit.entry_away rename to entry").update();
        }
        assertThat(JDBC.sql("select what from public.changed").query(String.class).list())
                .isEmpty();
    }

    @Test
    void recordsWhatHasChangedAndNothingElse() {
        assertThat(TRAIL.record(() -> 5, id -> AuditEvent.of(AuditKind.TOKEN_MADE).about(id)))
                .isEqualTo(5);
        assertThat(TRAIL.record(() -> 6, id -> null)).isEqualTo(6);
        TRAIL.record(() -> {}, AuditEvent.of(AuditKind.TOKEN_REVOKED));

        assertThat(AuditDatabase.all())
                .extracting(AuditEntry::kind)
                .containsExactly("TOKEN_REVOKED", "TOKEN_MADE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set account = 'Eve'",
                "update audit.entry set sequence = 1, previous = '', hash = '', kind = 'OTHER'",
                "delete from audit.entry",
                "truncate audit.entry"
            })
    void isOnlyEverAddedTo(String sql) {
        TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> JDBC.sql(sql).update())
                .withMessageContaining("only ever added");
    }

    @Test
    void refusesToChangeWhatIsChained() {
        AuditDatabase.chained(1);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> JDBC.sql("update audit.entry set sequence = 2").update());
    }

    @Test
    void findsEntriesByWhatTheyTell() {
        TRAIL.record(AuditEvent.of(AuditKind.IMPORT_SUBMITTED).about(IMPORT));
        AuditDatabase.trail(new Origin(null, Via.API, null, "192.0.2.8"))
                .record(AuditEvent.of(AuditKind.SIGN_IN_FAILED));
        AuditDatabase.chainAll();
        Instant now = AuditDatabase.SERVER.now();

        assertThat(
                        found(
                                new AuditFilter(
                                        AuditKind.IMPORT_SUBMITTED,
                                        "aDA",
                                        "192.0.2.7",
                                        IMPORT,
                                        now.minus(Duration.ofMinutes(1)),
                                        now)))
                .containsExactly("IMPORT_SUBMITTED");
        assertThat(found(new AuditFilter(null, null, "192.0.2.8", null, null, null)))
                .containsExactly("SIGN_IN_FAILED");
        assertThat(found(new AuditFilter(null, "eve", null, null, null, null))).isEmpty();
        assertThat(found(new AuditFilter(null, null, null, null, now, null))).isEmpty();
        assertThat(HISTORY.newest(AuditKind.IMPORT_SUBMITTED)).isPresent();
        assertThat(HISTORY.newest(AuditKind.TOKEN_MADE)).isEmpty();
    }

    private static List<String> found(AuditFilter filter) {
        List<String> all = new ArrayList<>();
        HISTORY.forEach(filter, entry -> all.add(entry.kind()));
        assertThat(HISTORY.page(filter, null, 10)).hasSameSizeAs(all);
        return all;
    }

    @Test
    void goesThroughAllOfItAPageAtATime() {
        JDBC.sql(
                        """
                        insert into audit.entry (kind, via)
                        select 'TOKEN_MADE', 'PORTAL' from generate_series(1, 1203)
                        """)
                .update();
        AuditDatabase.chainAll();

        List<Long> sequences = new ArrayList<>();
        HISTORY.forEach(AuditFilter.ALL, entry -> sequences.add(entry.link().sequence()));

        assertThat(sequences).hasSize(1203).isSorted();
        AuditEntry last = HISTORY.page(AuditFilter.ALL, null, 2).get(1);
        assertThat(HISTORY.page(AuditFilter.ALL, last.id(), 1))
                .singleElement()
                .extracting(AuditEntry::id)
                .isEqualTo(last.id() - 1);
    }
}
