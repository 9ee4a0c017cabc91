package org.unenrol.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.unenrol.csv.TemplateFile;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.model.Detail;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;

/** Imports, each brought to its state as the services would have brought it there. */
final class StagedImports {

    private static final String ROW = "learner.%d,FIRE-SAFETY-2026,Yes\r\n";

    private final StoredFiles files;
    private final Imports imports;
    private final OutcomeRecorder recorder;
    private final ResultsQueue results;

    StagedImports(
            StoredFiles files, Imports imports, OutcomeRecorder recorder, ResultsQueue results) {
        this.files = files;
        this.imports = imports;
        this.recorder = recorder;
        this.results = results;
    }

    UUID submitted(Mode mode, int rows) {
        StoredFileWriter file = files.create();
        byte[] bytes = content(rows);
        file.write(bytes, 0, bytes.length);
        file.close();
        return imports.submit(
                        new NewImport(
                                file.id(),
                                "leavers.csv",
                                file.sha256(),
                                new Reading("UTF-8", ',', 1),
                                rows,
                                mode,
                                new Submitter(
                                        "global.admin", "Helen Marsh", "helen@example.org", "en"),
                                new DuplicateRows(),
                                null))
                .importId();
    }

    private static byte[] content(int rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(TemplateFile.bytes());
        IntStream.rangeClosed(1, rows)
                .mapToObj(ROW::formatted)
                .map(row -> row.getBytes(StandardCharsets.UTF_8))
                .forEach(file::writeBytes);
        return file.toByteArray();
    }

    /** Submitted, and cancelled at once. */
    UUID cancelling(int rows) {
        UUID id = submitted(Mode.APPLY, rows);
        imports.cancel(id, "global.admin");
        return id;
    }

    /** One whose first rows have these outcomes. */
    UUID settled(Mode mode, int rows, OutcomeCode... outcomes) {
        return settle(submitted(mode, rows), outcomes);
    }

    private UUID settle(UUID id, OutcomeCode... outcomes) {
        return settle(id, String.valueOf(PageTestCase.item("FIRE-SAFETY-2026")), outcomes);
    }

    private UUID settle(UUID id, String activityId, OutcomeCode... outcomes) {
        recorder.record(
                IntStream.rangeClosed(1, outcomes.length)
                        .mapToObj(row -> outcome(id, row, outcomes[row - 1], activityId))
                        .toList());
        return id;
    }

    private static RowOutcome outcome(UUID id, int row, OutcomeCode code, String activityId) {
        boolean known = code != OutcomeCode.USERNAME_NOT_RECOGNISED;
        return new RowOutcome(
                id,
                row,
                row + 1L,
                code,
                known ? List.of() : List.of(new Detail.UnknownUsername(null, List.of())),
                null,
                new Meaning(known ? "u" + row : null, activityId),
                new RowContent(
                        "learner." + row,
                        "FIRE-SAFETY-2026",
                        "Yes",
                        known ? "Learner <" + row + ">" : null,
                        "Fire & safety"));
    }

    /** Ended, verified, with a row for each outcome that names this activity. */
    UUID verified(String activityId, OutcomeCode... outcomes) {
        UUID id = settle(submitted(Mode.VERIFY_ONLY, outcomes.length), activityId, outcomes);
        results.complete(id, files.create().id());
        return id;
    }

    /** Ended, with results, a row for each outcome. */
    UUID ended(Mode mode, OutcomeCode... outcomes) {
        UUID id = settled(mode, outcomes.length, outcomes);
        results.complete(id, files.create().id());
        return id;
    }

    /** Ended after a cancel. */
    UUID cancelled(OutcomeCode... outcomes) {
        UUID id = settle(cancelling(outcomes.length), outcomes);
        results.complete(id, files.create().id());
        return id;
    }

    /** Ended without results. */
    UUID failed() {
        UUID id = submitted(Mode.APPLY, 1);
        results.fail(id, Damage.fileUnreadable());
        return id;
    }
}
