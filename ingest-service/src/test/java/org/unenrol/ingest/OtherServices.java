package org.unenrol.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.unenrol.csv.RowSelection;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.results.ResultsOrder;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.results.ResultsText;
import org.unenrol.model.Meaning;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;

/** Brings imports to where the worker and the notifier would have brought them. */
public final class OtherServices {

    private final StoredFiles files;
    private final Imports imports;
    private final OutcomeRecorder recorder;
    private final ResultsQueue queue;
    private final ResultsText text;

    OtherServices(
            StoredFiles files,
            Imports imports,
            OutcomeRecorder recorder,
            ResultsQueue queue,
            ResultsText text) {
        this.files = files;
        this.imports = imports;
        this.recorder = recorder;
        this.queue = queue;
        this.text = text;
    }

    /** Gives the first rows these outcomes. */
    public void settle(UUID id, OutcomeCode... outcomes) {
        settle(
                IntStream.range(0, outcomes.length)
                        .mapToObj(i -> outcome(id, i + 1, outcomes[i]))
                        .toArray(RowOutcome[]::new));
    }

    private static RowOutcome outcome(UUID id, int row, OutcomeCode code) {
        return new RowOutcome(
                id,
                row,
                row + 1L,
                code,
                List.of(),
                null,
                new Meaning("u" + row, "0"),
                new RowContent("u" + row, "FIRE", "No", "Learner " + row, "Fire drill"));
    }

    public void settle(RowOutcome... outcomes) {
        recorder.record(List.of(outcomes));
    }

    /** Gives every row its outcome, and ends the import with its results. */
    public void end(UUID id, OutcomeCode... outcomes) {
        settle(id, outcomes);
        queue.complete(id, results(imports.find(id).orElseThrow()));
    }

    private UUID results(Import ended) {
        try (StoredFileWriter file = files.create()) {
            text.write(
                    new ResultsOrder(
                            ended.id(),
                            ended.mode(),
                            ended.file().upload(),
                            ended.file().reading().charset(),
                            ended.rows(),
                            ended.submitter().language()),
                    RowSelection.ALL,
                    () -> {},
                    file);
            return file.id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the import without results. */
    public void fail(UUID id) {
        queue.fail(id, Damage.fileUnreadable());
    }
}
