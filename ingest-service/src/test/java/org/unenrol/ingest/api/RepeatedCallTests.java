package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.READY;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;

/** Calls with an Idempotency-Key. */
class RepeatedCallTests extends ApiTestCase {

    private static final byte[] FILE = CsvFile.of("a,B,No");

    private final String key = UUID.randomUUID().toString();

    @Test
    void giveTheSameImportForTheSameFile() {
        UUID first = idOf(upload(FILE, "verifyOnly=true", key));
        int files = storedFiles();

        assertThat(idOf(upload(FILE, "verifyOnly=true", key))).isEqualTo(first);
        assertThat(storedFiles()).isEqualTo(files);
    }

    @Test
    void areRefusedForAnotherFileOrMode() {
        idOf(upload(FILE, "verifyOnly=true", key));
        int files = storedFiles();

        MvcTestResult otherFile = upload(CsvFile.of("c,D,No"), "verifyOnly=true", key);
        MvcTestResult otherMode = upload(FILE, "verifyOnly=false", key);

        assertProblem(otherFile, 422, "key-reused");
        assertProblem(otherMode, 422, "key-reused");
        assertThat(storedFiles()).isEqualTo(files);
    }

    @Test
    void countAsTheSameOnlyForTheSameAdministrator() {
        UUID first = idOf(upload(FILE, "verifyOnly=true", key));

        MvcTestResult other =
                askAs(
                        "content.admin",
                        uploading(FILE, "verifyOnly=true").header(IdempotencyKey.HEADER, key));

        assertThat(idOf(other)).isNotEqualTo(first);
    }

    @Test
    void applyAVerificationOnce() {
        UUID verified = verified();

        UUID first = idOf(apply(verified, key));

        assertThat(idOf(apply(verified, key))).isEqualTo(first);
        assertProblem(apply(verified(), key), 422, "key-reused");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void needAKeyOfSomeLength(int length) {
        String wrong = "k".repeat(length);

        assertProblem(upload(FILE, "verifyOnly=true", wrong), 400, "key-invalid");
        assertProblem(apply(verified(), wrong), 400, "key-invalid");
    }

    @Test
    void takeAKeyOf255Characters() {
        assertThat(upload(FILE, "verifyOnly=true", key.repeat(8).substring(0, 255))).hasStatus(202);
    }

    private UUID verified() {
        UUID id = verifying(FILE);
        others.end(id, READY);
        return id;
    }

    private MvcTestResult upload(byte[] file, String query, String key) {
        return ask(uploading(file, query).header(IdempotencyKey.HEADER, key));
    }

    private MvcTestResult apply(UUID verified, String key) {
        return ask(
                api.post()
                        .uri(URI.create(IMPORTS + "/" + verified + "/apply"))
                        .header(IdempotencyKey.HEADER, key));
    }

    private int storedFiles() {
        return jdbc.sql("select count(*) from imports.stored_file").query(Integer.class).single();
    }
}
