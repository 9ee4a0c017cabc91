package org.unenrol.audit.chain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditLine;
import org.unenrol.audit.AuditRows;
import org.unenrol.audit.chain.ChainVerdict.Broken;
import org.unenrol.audit.chain.ChainVerdict.Reason;

/** Verifies the chain in the database, as it is at one moment, while others go on adding to it. */
public final class ChainVerification {

    private static final int ROWS = 2_000;

    private static final String ENDS =
            """
            select sequence, encode(hash, 'hex') as hash, purged_sequence,
                encode(purged_hash, 'hex') as purged_hash
            from audit.chain
            """;

    /** The last purge that the trail tells of. */
    private static final String PURGED_THROUGH =
            """
            select coalesce(max((details ->> 'through')::bigint), 0)
            from audit.entry where kind = 'TRAIL_PURGED'
            """;

    private static final String NEXT =
            """
            select * from audit.entry where sequence > :after order by sequence limit :rows
            """;

    private static final String BEFORE_THE_BEGINNING =
            """
            select exists (select from audit.entry where sequence <= :beginning)
            """;

    private static final String NOT_CHAINED =
            """
            select exists (
                select from audit.entry
                where sequence is null and at < clock_timestamp() - interval '10 minutes')
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate moment;

    public ChainVerification(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moment = new TransactionTemplate(transactions);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
    }

    /**
     * Verifies all of it.
     *
     * @param known an end that the chain once had, as a log that is kept elsewhere tells; null
     *     where none is known
     */
    public ChainVerdict verify(@Nullable ChainEnd known) {
        return Objects.requireNonNull(moment.execute(status -> verifyNow(known)));
    }

    private ChainVerdict verifyNow(@Nullable ChainEnd known) {
        Ends ends = jdbc.sql(ENDS).query(Ends.class).single();
        ChainWalk walk = new ChainWalk(new ChainEnd(ends.purgedSequence(), ends.purgedHash()));
        Optional<Broken> broken =
                beginning(ends)
                        .or(() -> walk(walk, known))
                        .or(() -> end(ends, walk.end()))
                        .or(() -> known == null ? Optional.empty() : reached(known, walk.end()))
                        .or(this::notChained);
        return broken.<ChainVerdict>map(one -> one)
                .orElseGet(() -> new ChainVerdict.Whole(walk.entries(), walk.end()));
    }

    private Optional<Broken> beginning(Ends ends) {
        long told = jdbc.sql(PURGED_THROUGH).query(Long.class).single();
        boolean entriesBefore =
                jdbc.sql(BEFORE_THE_BEGINNING)
                        .param("beginning", ends.purgedSequence())
                        .query(Boolean.class)
                        .single();
        return told == ends.purgedSequence() && !entriesBefore
                ? Optional.empty()
                : ChainWalk.broken(Math.max(1, ends.purgedSequence()), Reason.OTHER_BEGINNING);
    }

    private Optional<Broken> walk(ChainWalk walk, @Nullable ChainEnd known) {
        List<AuditEntry> some = next(walk.end());
        while (!some.isEmpty()) {
            for (AuditEntry entry : some) {
                Optional<Broken> broken = step(walk, entry, known);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            some = next(walk.end());
        }
        return Optional.empty();
    }

    private static Optional<Broken> step(
            ChainWalk walk, AuditEntry entry, @Nullable ChainEnd known) {
        AuditEntry.Link link = Objects.requireNonNull(entry.link());
        String hashed = AuditLine.hashed(entry, link.sequence());
        Optional<Broken> broken = walk.next(link.sequence(), hashed, link.previous(), link.hash());
        boolean other =
                known != null
                        && known.sequence() == link.sequence()
                        && !known.hash().equals(link.hash());
        return broken.isEmpty() && other
                ? ChainWalk.broken(link.sequence(), Reason.OTHER_END)
                : broken;
    }

    private static Optional<Broken> end(Ends ends, ChainEnd reached) {
        if (reached.sequence() < ends.sequence()) {
            return ChainWalk.broken(reached.sequence() + 1, Reason.MISSING);
        }
        return reached.equals(new ChainEnd(ends.sequence(), ends.hash()))
                ? Optional.empty()
                : ChainWalk.broken(ends.sequence() + 1, Reason.OTHER_END);
    }

    private static Optional<Broken> reached(ChainEnd known, ChainEnd end) {
        return known.sequence() <= end.sequence()
                ? Optional.empty()
                : ChainWalk.broken(end.sequence() + 1, Reason.OTHER_END);
    }

    private Optional<Broken> notChained() {
        return jdbc.sql(NOT_CHAINED).query(Boolean.class).single()
                ? ChainWalk.broken(0, Reason.NOT_CHAINED)
                : Optional.empty();
    }

    private List<AuditEntry> next(ChainEnd after) {
        return jdbc.sql(NEXT)
                .param("after", after.sequence())
                .param("rows", ROWS)
                .query(new AuditRows())
                .list();
    }

    private record Ends(long sequence, String hash, long purgedSequence, String purgedHash) {}
}
