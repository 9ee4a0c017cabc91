package org.unenrol.platform.postgres;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.platform.LearningPlatform;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * The learning platform on PostgreSQL. Thread-safe; a batch waits for others that have rows of its
 * own under way. A batch that has nothing to apply is answered in a read-only transaction.
 */
public final class PostgresLearningPlatform implements LearningPlatform {

    /** Neighbours in the index of open periods are looked up, and mostly ended, together. */
    private static final Comparator<Candidate> AS_INDEXED =
            Comparator.comparingLong(Candidate::activityId).thenComparingLong(Candidate::userId);

    private final TransactionTemplate applying;
    private final TransactionTemplate verifying;
    private final IndexLookups indexLookups;
    private final Resolver resolver;
    private final Enrolments enrolments;

    public PostgresLearningPlatform(JdbcClient jdbc, PlatformTransactionManager transactions) {
        applying = readCommitted(transactions);
        verifying = readCommitted(transactions);
        verifying.setReadOnly(true);
        indexLookups = new IndexLookups(jdbc);
        resolver = new Resolver(jdbc);
        enrolments = new Enrolments(jdbc);
    }

    private static TransactionTemplate readCommitted(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return template;
    }

    @Override
    public List<UnenrolmentAnswer> unenrol(List<UnenrolmentRequest> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        boolean applies = batch.stream().anyMatch(UnenrolmentRequest::applies);
        return (applies ? applying : verifying).execute(transaction -> answer(batch));
    }

    private List<UnenrolmentAnswer> answer(List<UnenrolmentRequest> batch) {
        indexLookups.prefer();
        List<Resolution> resolutions = resolver.resolve(batch);
        List<Candidate> candidates =
                resolutions.stream().map(Resolution::candidate).filter(Objects::nonNull).toList();
        Map<Candidate, Standing> standings = settle(candidates);
        return resolutions.stream()
                .map(resolution -> resolution.answer(standings.get(resolution.candidate())))
                .toList();
    }

    private Map<Candidate, Standing> settle(List<Candidate> candidates) {
        Map<Candidate, Standing> standings = new HashMap<>();
        List<Candidate> applied =
                candidates.stream().filter(Candidate::isApplied).sorted(AS_INDEXED).toList();
        if (!applied.isEmpty()) {
            standings.putAll(enrolments.end(applied));
        }
        List<Candidate> others =
                candidates.stream().filter(one -> !standings.containsKey(one)).toList();
        if (!others.isEmpty()) {
            standings.putAll(enrolments.standings(others));
        }
        return standings;
    }
}
