package org.unenrol.platform.postgres;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.model.Mode;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * The learning platform on PostgreSQL. Thread-safe; a batch waits for others that have rows of its
 * own under way. A batch that has nothing to apply is answered in a read-only transaction.
 */
public final class PostgresRowSettler implements RowSettler {

    /** Neighbours in the index of open periods are looked up, and mostly ended, together. */
    private static final Comparator<Candidate> AS_INDEXED =
            Comparator.comparingLong(Candidate::activityId).thenComparingLong(Candidate::userId);

    private final TransactionTemplate applying;
    private final TransactionTemplate verifying;
    private final IndexLookups indexLookups;
    private final PostgresImportFence fence;
    private final Resolver resolver;
    private final Enrolments enrolments;
    private final Marks marks;
    private final TakeBacks takeBacks;

    public PostgresRowSettler(JdbcClient jdbc, PlatformTransactionManager transactions) {
        applying = readCommitted(transactions);
        verifying = readCommitted(transactions);
        verifying.setReadOnly(true);
        indexLookups = new IndexLookups(jdbc);
        fence = new PostgresImportFence(jdbc, transactions);
        resolver = new Resolver(jdbc);
        enrolments = new Enrolments(jdbc);
        marks = new Marks(jdbc);
        takeBacks = new TakeBacks(jdbc);
    }

    private static TransactionTemplate readCommitted(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return template;
    }

    @Override
    public List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch) {
        List<UnenrolmentRequest> takenBack =
                batch.stream().filter(PostgresRowSettler::takesBack).toList();
        List<UnenrolmentRequest> ended = batch.stream().filter(one -> !takesBack(one)).toList();
        Iterator<UnenrolmentAnswer> taken = settle(takenBack, takeBacks::settle).iterator();
        Iterator<UnenrolmentAnswer> others = settle(ended, this::settleNow).iterator();
        return batch.stream().map(one -> (takesBack(one) ? taken : others).next()).toList();
    }

    private static boolean takesBack(UnenrolmentRequest request) {
        return request.mode() == Mode.TAKE_BACK;
    }

    /** In a transaction for each kind, so that all lock in the same order. */
    private List<UnenrolmentAnswer> settle(
            List<UnenrolmentRequest> batch,
            Function<List<UnenrolmentRequest>, List<UnenrolmentAnswer>> settling) {
        if (batch.isEmpty()) {
            return List.of();
        }
        boolean applies = batch.stream().anyMatch(UnenrolmentRequest::applies);
        return (applies ? applying : verifying).execute(transaction -> answer(batch, settling));
    }

    private List<UnenrolmentAnswer> answer(
            List<UnenrolmentRequest> batch,
            Function<List<UnenrolmentRequest>, List<UnenrolmentAnswer>> settling) {
        indexLookups.prefer();
        Instant now = fence.enter(importsToApply(batch));
        Iterator<UnenrolmentAnswer> answers =
                settling.apply(batch.stream().filter(request -> request.isValidAt(now)).toList())
                        .iterator();
        return batch.stream()
                .map(
                        request ->
                                request.isValidAt(now)
                                        ? answers.next()
                                        : UnenrolmentAnswer.leftAlone(
                                                request.id(), Standing.OUT_OF_DATE))
                .toList();
    }

    private static Set<UUID> importsToApply(List<UnenrolmentRequest> batch) {
        return batch.stream()
                .filter(UnenrolmentRequest::applies)
                .map(request -> request.id().importId())
                .collect(Collectors.toSet());
    }

    private List<UnenrolmentAnswer> settleNow(List<UnenrolmentRequest> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        List<Resolution> resolved = resolver.resolve(batch);
        Map<Candidate, Standing> standings = new HashMap<>(end(candidates(resolved)));
        List<Resolution> recalled = marks.recall(resolved, standings.keySet());
        List<Candidate> others =
                candidates(recalled).stream().filter(one -> !standings.containsKey(one)).toList();
        if (!others.isEmpty()) {
            standings.putAll(enrolments.standings(others));
        }
        return recalled.stream().map(resolution -> resolution.answer(standings)).toList();
    }

    private static List<Candidate> candidates(List<Resolution> resolutions) {
        return resolutions.stream().map(Resolution::candidate).filter(Objects::nonNull).toList();
    }

    private Map<Candidate, Standing> end(List<Candidate> candidates) {
        List<Candidate> applied =
                candidates.stream().filter(Candidate::isApplied).sorted(AS_INDEXED).toList();
        return applied.isEmpty() ? Map.of() : enrolments.end(applied);
    }
}
