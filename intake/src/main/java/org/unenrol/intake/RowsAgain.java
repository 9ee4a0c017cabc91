package org.unenrol.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.LinkedRows;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.RowsOfImports;
import org.unenrol.ledger.Submission;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.model.Mode;
import org.unenrol.service.WorkLoop;

/**
 * Makes imports of rows of other imports: those are taken back that have ended an enrolment, and
 * run again that the system has failed. Each has a file of its own, of exactly these rows.
 */
@Component
public class RowsAgain {

    private static final Logger log = LoggerFactory.getLogger(RowsAgain.class);

    private final StoredFiles files;
    private final Imports imports;
    private final RowsOfImports rows;
    private final RowCopies copies;
    private final WorkLoop dispatchLoop;

    RowsAgain(
            StoredFiles files,
            Imports imports,
            RowsOfImports rows,
            @Qualifier("dispatchLoop") WorkLoop dispatchLoop) {
        this.files = files;
        this.imports = imports;
        this.rows = rows;
        this.copies = new RowCopies(files);
        this.dispatchLoop = dispatchLoop;
    }

    /** Finds the rows that a take-back would have. */
    public int[] toTakeBack(Import known, Collection<Integer> chosen) {
        int[] all = known.isTakeBackable() ? rows.toTakeBack(known.id()) : new int[0];
        Set<Integer> wanted = new HashSet<>(chosen);
        return wanted.isEmpty() ? all : Arrays.stream(all).filter(wanted::contains).toArray();
    }

    /** Finds the rows that would be run again. */
    public int[] toRunAgain(Import known) {
        return known.isRunnableAgain() ? rows.toRunAgain(known.id()) : new int[0];
    }

    /**
     * Takes an import back.
     *
     * @param chosen the rows to take back; empty for all that can be. Others than these are left
     *     out
     * @param learnerEmails whether those learners whose row says Yes are told
     * @return empty when there is nothing to take back
     */
    public Optional<Submission> takeBack(
            Import known,
            Collection<Integer> chosen,
            boolean learnerEmails,
            Submitter submitter,
            @Nullable String key)
            throws IOException {
        Optional<Submission> earlier = earlier(known, Mode.TAKE_BACK, submitter, key);
        if (earlier.isPresent()) {
            return earlier;
        }
        LinkedRows origin = new LinkedRows(known.id(), toTakeBack(known, chosen));
        return make(known, origin, Mode.TAKE_BACK, submitter, key, LearnerEmails.of(learnerEmails));
    }

    /**
     * Runs again what the system has failed.
     *
     * @param mode that of the import, or verify only
     * @return empty when there is no such row
     */
    public Optional<Submission> runAgain(
            Import known, Mode mode, Submitter submitter, @Nullable String key) throws IOException {
        Optional<Submission> earlier = earlier(known, mode, submitter, key);
        if (earlier.isPresent()) {
            return earlier;
        }
        LinkedRows origin = new LinkedRows(known.id(), toRunAgain(known));
        return make(known, origin, mode, submitter, key, known.learnerEmails());
    }

    /** Asked first, as rows that are under way are not there a second time. */
    private Optional<Submission> earlier(
            Import known, Mode mode, Submitter submitter, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : imports.withKey(submitter.username(), key)
                        .map(
                                earlier ->
                                        Submission.repeated(
                                                earlier,
                                                one ->
                                                        known.id().equals(one.origin())
                                                                && one.mode() == mode));
    }

    private Optional<Submission> make(
            Import known,
            LinkedRows origin,
            Mode mode,
            Submitter submitter,
            @Nullable String key,
            LearnerEmails learnerEmails)
            throws IOException {
        if (origin.rows().length == 0) {
            return Optional.empty();
        }
        RowCopies.Copy copy =
                copies.of(requireNonNull(known.file().upload()), known.file(), origin.rows());
        NewImport made =
                NewImport.ofRows(
                        known,
                        new LinkedRows(origin.importId(), copy.rows()),
                        mode,
                        copy.file(),
                        copy.sha256(),
                        submitter,
                        mode == Mode.TAKE_BACK ? new DuplicateRows() : copy.duplicates(),
                        key,
                        learnerEmails);
        return submit(made, copy.file());
    }

    private Optional<Submission> submit(NewImport made, UUID file) {
        boolean kept = false;
        try {
            Optional<Submission> submission = imports.submitOf(made);
            kept = submission.filter(Submission.Accepted.class::isInstance).isPresent();
            if (kept) {
                log.info("importId={} accepted", submission.get().importId());
                dispatchLoop.signal();
            }
            return submission;
        } finally {
            if (!kept) {
                files.delete(file);
            }
        }
    }
}
