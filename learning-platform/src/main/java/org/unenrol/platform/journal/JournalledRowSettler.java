package org.unenrol.platform.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.unenrol.model.RowId;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.remote.LearningPlatform;

/**
 * Settles rows on a remote platform. What was found is in the journal before the platform is told
 * to do anything, so a row that comes again, after whatever crash, has the same answer and does
 * nothing further. Verifying writes nothing. Thread-safe; a connection to the database for each
 * batch.
 *
 * <p>Limits: where the platform does not tell since when somebody is enrolled, an enrolment made
 * after the import was submitted is ended like any other; and so is one that was made between a
 * crash in the middle of a call and the row's next try.
 */
public final class JournalledRowSettler implements RowSettler {

    private final LearningPlatform platform;
    private final DataSource database;

    public JournalledRowSettler(LearningPlatform platform, DataSource database) {
        this.platform = platform;
        this.database = database;
    }

    @Override
    public List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Calls calls = new Calls(platform);
        List<UnenrolmentRequest> applied =
                batch.stream().filter(UnenrolmentRequest::applies).toList();
        try (JournalSession session = JournalSession.enter(database, applied)) {
            Map<RowId, UnenrolmentAnswer> answers = new HashMap<>();
            new SettledBatch(calls, session.entries(), answers)
                    .settle(inTime(batch, session.now(), answers));
            return batch.stream().map(request -> answers.get(request.id())).toList();
        }
    }

    private static List<UnenrolmentRequest> inTime(
            List<UnenrolmentRequest> batch, Instant now, Map<RowId, UnenrolmentAnswer> answers) {
        batch.stream()
                .filter(request -> !request.isValidAt(now))
                .map(request -> UnenrolmentAnswer.leftAlone(request.id(), Standing.OUT_OF_DATE))
                .forEach(answer -> answers.put(answer.id(), answer));
        return batch.stream().filter(request -> request.isValidAt(now)).toList();
    }
}
