package org.unenrol.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.unenrol.audit.AuditDatabase.CHAIN;
import static org.unenrol.audit.AuditDatabase.HISTORY;
import static org.unenrol.audit.AuditDatabase.JDBC;
import static org.unenrol.audit.AuditDatabase.SERVER;
import static org.unenrol.audit.AuditDatabase.TRAIL;
import static org.unenrol.audit.AuditDatabase.TRANSACTION;
import static org.unenrol.audit.AuditDatabase.VERIFICATION;
import static org.unenrol.audit.AuditDatabase.chainAll;
import static org.unenrol.audit.AuditDatabase.chained;
import static org.unenrol.audit.AuditDatabase.tamper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.unenrol.audit.AuditDatabase;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditFilter;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditLine;
import org.unenrol.audit.chain.ChainVerdict.Broken;
import org.unenrol.audit.chain.ChainVerdict.Reason;
import org.unenrol.audit.chain.ChainVerdict.Whole;

class AuditChainTests {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder;

    @BeforeEach
    void clear() {
        AuditDatabase.clear();
    }

    @Test
    void isWholeFromTheFirstEntryToTheLast() {
        assertThat(verify()).isEqualTo(new Whole(0, new ChainEnd(0, ChainHash.NONE)));

        chained(3);
        chained(2);

        assertThat(verify()).isEqualTo(new Whole(5, end()));
    }

    @Test
    void hashesAnEntryAsItsDescriptionSays() {
        JDBC.sql(
                        """
                        insert into audit.entry (at, kind, account_id, account, via, details)
                        values ('2026-07-04T22:13:05.0045Z', 'TOKEN_MADE', 7, 'Ädä', 'PORTAL',
                            '{"name":"a\\"b\\\\\\n\\u0001","days":"30"}')
                        """)
                .update();
        chainAll();

        String canonical =
                "{\"account\":\"Ädä\",\"accountId\":7,\"at\":\"2026-07-04T22:13:05.004500Z\","
                        + "\"details\":{\"days\":\"30\",\"name\":\"a\\\"b\\\\\\n\\u0001\"},"
                        + "\"id\":1,\"kind\":\"TOKEN_MADE\",\"sequence\":1,\"via\":\"PORTAL\"}";
        assertThat(
                        JDBC.sql("select encode(sha256(convert_to(?, 'UTF8')), 'hex')")
                                .param("0".repeat(64) + "\n" + canonical)
                                .query(String.class)
                                .single())
                .isEqualTo(end().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit.entry set account = 'Eve' where sequence = 3 | 3 | CHANGED",
                "update audit.entry set at = at + interval '1 s' where sequence = 1 | 1 | CHANGED",
                "update audit.entry set details = '{\"x\":\"y\"}' where sequence = 5 | 5 | CHANGED",
                "update audit.entry set hash = previous where sequence = 2 | 2 | CHANGED",
                "update audit.entry set sequence = 99 - sequence where sequence in (2, 3) | 2 | MISSING",
                "delete from audit.entry where sequence = 4 | 4 | MISSING",
                "delete from audit.entry where sequence >= 4 | 4 | MISSING",
                "delete from audit.entry where sequence = 1 | 1 | MISSING",
                "truncate audit.entry | 1 | MISSING",
                "update audit.chain set sequence = 4 | 5 | OTHER_END",
                "update audit.chain set purged_sequence = 2 | 2 | OTHER_BEGINNING"
            })
    void tellsTheFirstPlaceAtWhichItIsBroken(String sql, long sequence, Reason reason) {
        chained(5);

        tamper(sql);

        assertThat(verify()).isEqualTo(new Broken(sequence, reason));
    }

    @Test
    void tellsWhereTwoEntriesHaveChangedPlaces() {
        chained(5);

        tamper("alter table audit.entry drop constraint entry_sequence_key");
        tamper("update audit.entry set sequence = 5 - sequence where sequence in (2, 3)");
        tamper("alter table audit.entry add constraint entry_sequence_key unique (sequence)");

        assertThat(verify()).isEqualTo(new Broken(2, Reason.CHANGED));
    }

    @Test
    void tellsAnotherChainFromTheOneThatALogHasSeen() {
        chained(3);
        ChainEnd seen = end();
        chained(1);
        assertThat(VERIFICATION.verify(seen)).isInstanceOf(Whole.class);

        tamper("update audit.entry set account = 'Eve' where sequence = 2");
        tamper("update audit.entry set sequence = null, previous = null, hash = null");
        tamper("update audit.chain set sequence = 0, hash = purged_hash");
        chainAll();

        assertThat(verify()).isInstanceOf(Whole.class);
        assertThat(VERIFICATION.verify(seen)).isEqualTo(new Broken(3, Reason.OTHER_END));

        AuditDatabase.clear();
        assertThat(VERIFICATION.verify(seen)).isEqualTo(new Broken(1, Reason.OTHER_END));
    }

    @Test
    void tellsAnEntryThatNobodyChains() {
        TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));
        assertThat(verify()).isInstanceOf(Whole.class);

        tamper("update audit.entry set at = at - interval '11 minutes'");

        assertThat(verify()).isEqualTo(new Broken(0, Reason.NOT_CHAINED));
    }

    @Test
    void takesEntriesOfManyWritersWhileSeveralProcessesChainThem() {
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            int number = writer;
            work.add(CompletableFuture.runAsync(() -> write(number)));
            work.add(CompletableFuture.runAsync(AuditDatabase::chainAll));
        }
        work.forEach(CompletableFuture::join);
        chainAll();

        assertThat(verify()).isEqualTo(new Whole(300, end()));
        assertThat(
                        JDBC.sql("select count(distinct (details ->> 'name')) from audit.entry")
                                .query(Integer.class)
                                .single())
                .isEqualTo(300);
    }

    private static void write(int writer) {
        for (int i = 0; i < 50; i++) {
            AuditEvent event =
                    AuditEvent.of(AuditKind.TOKEN_MADE).with(AuditDetail.NAME, writer + "." + i);
            TRAIL.record(() -> {}, event);
        }
    }

    /**
     * An entry that is added before another may come after it in the chain, but never gets lost.
     */
    @Test
    void keepsNobodyWaitingForATransactionThatIsOpen() {
        TRANSACTION.executeWithoutResult(
                status -> {
                    TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));
                    CompletableFuture.runAsync(() -> chained(2)).join();
                });
        chainAll();

        assertThat(verify()).isEqualTo(new Whole(3, end()));
        assertThat(
                        JDBC.sql("select kind from audit.entry order by sequence")
                                .query(String.class)
                                .list())
                .containsExactly("IMPORT_SUBMITTED", "IMPORT_SUBMITTED", "TOKEN_MADE");
    }

    @Test
    void goesOnWhereItWasKilled() {
        chained(2);
        TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));
        TRANSACTION.executeWithoutResult(
                status -> {
                    assertThat(CHAIN.chainSome()).isTrue();
                    status.setRollbackOnly();
                });
        assertThat(verify()).isEqualTo(new Whole(2, end()));

        chainAll();

        assertThat(verify()).isEqualTo(new Whole(3, end()));
    }

    @Test
    void leavesTheWorkToWhoeverHoldsTheEnd() {
        TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));
        TRANSACTION.executeWithoutResult(
                status -> {
                    JDBC.sql("select from audit.chain for update").query().listOfRows();
                    assertThat(CompletableFuture.supplyAsync(CHAIN::chainSome).join()).isFalse();
                });

        assertThat(CHAIN.chainSome()).isTrue();
    }

    @Test
    void staysWholeWhenTheOldestArePurged() {
        chained(5);
        tamper("update audit.entry set sequence = null, previous = null, hash = null");
        tamper("update audit.entry set at = at - interval '9 days' where id <= 3");
        tamper("update audit.chain set sequence = 0, hash = purged_hash");
        chainAll();
        Instant before = SERVER.now().minus(DAY);

        assertThat(TRAIL.purgeBefore(before, 2)).isEqualTo(2);
        assertThat(TRAIL.purgeBefore(before, 2)).isEqualTo(1);
        assertThat(TRAIL.purgeBefore(before, 2)).isZero();
        chainAll();

        assertThat(verify()).isEqualTo(new Whole(4, end()));
        assertThat(
                        JDBC.sql(
                                        "select kind || (details ->> 'through') from audit.entry order by id")
                                .query((row, number) -> String.valueOf(row.getString(1)))
                                .list())
                .containsExactly("null", "null", "TRAIL_PURGED2", "TRAIL_PURGED3");
        tamper("delete from audit.entry where sequence = 4");
        assertThat(verify()).isEqualTo(new Broken(4, Reason.MISSING));
    }

    @Test
    void tellsAPurgeOfItsOwnFromOneBehindItsBack() {
        chained(5);

        tamper("delete from audit.entry where sequence <= 2");
        JDBC.sql(
                        """
                        update audit.chain set purged_sequence = 2, purged_hash = (
                            select previous from audit.entry where sequence = 3)
                        """)
                .update();

        assertThat(verify()).isEqualTo(new Broken(2, Reason.OTHER_BEGINNING));
    }

    @Test
    void leavesWhatIsNotChained() {
        TRAIL.record(AuditEvent.of(AuditKind.TOKEN_MADE));

        assertThat(TRAIL.purgeBefore(SERVER.now().plus(DAY), 10)).isZero();
    }

    @Test
    void allowsNoDeletionButThePurge() {
        chained(1);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> JDBC.sql("delete from audit.entry").update());
    }

    @Test
    void isVerifiedInAFileToo() throws IOException {
        assertThat(ChainFile.verify(file(List.of()))).isInstanceOf(Whole.class);
        chained(4);
        List<String> lines = exported();

        assertThat(ChainFile.verify(file(lines))).isEqualTo(new Whole(4, end()));
        assertThat(ChainFile.verify(file(lines.subList(1, 4)))).isEqualTo(new Whole(3, end()));
        assertThat(ChainFile.verify(file(without(2, lines))))
                .isEqualTo(new Broken(3, Reason.MISSING));
        assertThat(ChainFile.verify(file(forged(lines)))).isEqualTo(new Broken(2, Reason.CHANGED));
        assertThat(ChainFile.verify(file(swapped(lines)))).isEqualTo(new Broken(2, Reason.MISSING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"no JSON", "{\"sequence\":\"1\"}", "{}", "[]"})
    void refusesAFileThatIsNoExport(String line) {
        assertThatIOException().isThrownBy(() -> ChainFile.verify(file(List.of(line))));
    }

    private static List<String> exported() {
        List<String> lines = new ArrayList<>();
        HISTORY.forEach(AuditFilter.ALL, entry -> lines.add(AuditLine.of(entry)));
        return lines;
    }

    private static List<String> without(int index, List<String> lines) {
        return Stream.concat(lines.stream().limit(index), lines.stream().skip(index + 1)).toList();
    }

    private static List<String> forged(List<String> lines) {
        List<String> forged = new ArrayList<>(lines);
        forged.set(1, forged.get(1).replace("\"account\":\"Ada\"", "\"account\":\"Eve\""));
        return forged;
    }

    private static List<String> swapped(List<String> lines) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 1, 2);
        return swapped;
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("trail.jsonl"), lines);
    }

    private static ChainVerdict verify() {
        return VERIFICATION.verify(null);
    }

    private static ChainEnd end() {
        return JDBC.sql("select sequence, encode(hash, 'hex') as hash from audit.chain")
                .query(ChainEnd.class)
                .single();
    }
}
