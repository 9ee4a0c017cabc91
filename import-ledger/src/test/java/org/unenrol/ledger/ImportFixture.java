package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.LEASES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.Ledger.advance;
import static org.unenrol.ledger.OutcomeFixture.settled;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** An import to be made, one row of a real run unless it is said otherwise. */
public record ImportFixture(
        int rows,
        Mode mode,
        String content,
        Submitter submitter,
        @Nullable String key,
        DuplicateRows duplicates,
        LearnerEmails emails) {

    public static ImportFixture anImport() {
        return new ImportFixture(
                1,
                Mode.APPLY,
                "Username\n",
                person("global.admin"),
                null,
                new DuplicateRows(),
                LearnerEmails.AS_ROWS_SAY);
    }

    public ImportFixture ofRows(int number) {
        return new ImportFixture(number, mode, content, submitter, key, duplicates, emails);
    }

    public ImportFixture verifyOnly() {
        return new ImportFixture(
                rows, Mode.VERIFY_ONLY, content, submitter, key, duplicates, emails);
    }

    public ImportFixture ofContent(String text) {
        return new ImportFixture(rows, mode, text, submitter, key, duplicates, emails);
    }

    public ImportFixture by(String other) {
        return new ImportFixture(rows, mode, content, person(other), key, duplicates, emails);
    }

    /** Submitted by an upstream system that wants no mail. */
    public ImportFixture from(String source) {
        Submitter upstream =
                new Submitter(submitter.username(), submitter.name(), null, "en", source);
        return new ImportFixture(rows, mode, content, upstream, key, duplicates, emails);
    }

    public ImportFixture withKey(String idempotencyKey) {
        return new ImportFixture(
                rows, mode, content, submitter, idempotencyKey, duplicates, emails);
    }

    public ImportFixture with(DuplicateRows repeated) {
        return new ImportFixture(rows, mode, content, submitter, key, repeated, emails);
    }

    public ImportFixture withoutLearnerEmails() {
        return new ImportFixture(
                rows, mode, content, submitter, key, duplicates, LearnerEmails.NONE);
    }

    /** Its upload is stored. */
    public NewImport stored() {
        StoredFileWriter file = FILES.create();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        file.write(bytes, 0, bytes.length);
        file.close();
        return new NewImport(
                file.id(),
                "leavers.csv",
                file.sha256(),
                new Reading("UTF-8", ',', 1),
                rows,
                mode,
                submitter,
                duplicates,
                null,
                key,
                emails,
                null,
                null);
    }

    private static Submitter person(String username) {
        return new Submitter(username, "Ada Administrator", username + "@example.com", "en");
    }

    /** Submitted. */
    public UUID submitted() {
        return IMPORTS.submit(stored()).importId();
    }

    /** Submitted, with its first rows claimed and published. */
    public UUID dispatchedThrough(int row) {
        UUID id = submitted();
        UUID owner = UUID.randomUUID();
        while (!LEASES.acquire(owner).orElseThrow().importId().equals(id)) {
            // An older one; it keeps its lease.
        }
        assertThat(advance(id, owner, 0, row)).isPresent();
        assertThat(advance(id, owner, row, row)).isPresent();
        return id;
    }

    /** Submitted, and every row has this outcome. */
    public UUID settledAs(OutcomeCode code) {
        UUID id = submitted();
        RECORDER.record(
                IntStream.rangeClosed(1, rows).mapToObj(row -> settled(id, row, code)).toList());
        return id;
    }

    /** Ended, every row with this outcome. */
    public UUID completedAs(OutcomeCode code) {
        UUID id = settledAs(code);
        RESULTS.complete(id, FILES.create().id());
        return id;
    }
}
