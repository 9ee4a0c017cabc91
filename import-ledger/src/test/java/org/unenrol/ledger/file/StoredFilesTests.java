package org.unenrol.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class StoredFilesTests extends LedgerTestCase {

    private static final int CHUNK = 262_144;
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1})
    void givesBackWhatWasWritten(int size) throws Exception {
        byte[] bytes = bytes(size);
        StoredFileWriter file = FILES.create();

        file.write(bytes);
        file.close();

        assertThat(FILES.open(file.id())).hasBinaryContent(bytes);
        assertThat(file.sha256()).isEqualTo(sha256(bytes));
        assertThat(rowsOf("stored_chunk")).isEqualTo((size + CHUNK - 1) / CHUNK);
    }

    @Test
    void givesBackWhatWasWrittenInOddPieces() throws Exception {
        byte[] bytes = bytes(2 * CHUNK + 1);
        StoredFileWriter file = FILES.create();

        file.write(bytes[0]);
        for (int from = 1; from < bytes.length; from += 7_919) {
            file.write(bytes, from, Math.min(7_919, bytes.length - from));
        }
        file.close();

        assertThat(readByteByByte(file.id())).isEqualTo(bytes);
        assertThat(file.sha256()).isEqualTo(sha256(bytes));
    }

    @Test
    void storesEachChunkAsItFills() throws IOException {
        StoredFileWriter file = FILES.create();

        file.write(bytes(CHUNK + 5));

        assertThat(rowsOf("stored_chunk")).isEqualTo(1);
    }

    @Test
    void storesNothingMoreWhenItIsClosedAgain() throws IOException {
        byte[] bytes = bytes(3);
        StoredFileWriter file = FILES.create();
        file.write(bytes);

        file.close();
        file.close();

        assertThat(FILES.open(file.id())).hasBinaryContent(bytes);
    }

    @Test
    void keepsFilesApart() throws IOException {
        StoredFileWriter one = FILES.create();
        StoredFileWriter other = FILES.create();

        one.write(1);
        other.write(2);
        one.close();
        other.close();

        assertThat(FILES.open(one.id())).hasBinaryContent(new byte[] {1});
        assertThat(FILES.open(other.id())).hasBinaryContent(new byte[] {2});
    }

    @Test
    void deletesAFileWithAllItsChunks() throws IOException {
        StoredFileWriter file = FILES.create();
        file.write(bytes(CHUNK + 1));
        file.close();

        FILES.delete(file.id());

        assertThat(FILES.open(file.id())).isEmpty();
        assertThat(rowsOf("stored_chunk")).isZero();
    }

    @Test
    void sweepsFilesThatNoImportRefersTo() {
        UUID leftOver = FILES.create().id();
        letPass(HOUR.plusSeconds(5));

        assertThat(FILES.deleteOrphans(HOUR)).isEqualTo(1);

        assertThat(rowsOf("stored_file")).as("%s is gone", leftOver).isZero();
    }

    @Test
    void keepsYoungFiles() {
        FILES.create();
        letPass(HOUR.minusSeconds(60));

        assertThat(FILES.deleteOrphans(HOUR)).isZero();
    }

    @Test
    void keepsUploadsAndResultsOfImports() {
        UUID importId = anImport().settledAs(OutcomeCode.UNENROLLED);
        RESULTS.complete(importId, FILES.create().id());
        letPass(HOUR.plusSeconds(5));

        assertThat(FILES.deleteOrphans(HOUR)).isZero();

        assertThat(rowsOf("stored_file")).isEqualTo(2);
    }

    private static byte[] readByteByByte(UUID file) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = FILES.open(file)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.write(b);
            }
        }
        return read.toByteArray();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
