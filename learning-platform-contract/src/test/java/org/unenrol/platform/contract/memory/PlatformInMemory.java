package org.unenrol.platform.contract.memory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.contract.RemotePlatformUnderTest;
import org.unenrol.platform.journal.JournalledImportFence;
import org.unenrol.platform.journal.JournalledRowSettler;
import org.unenrol.platform.remote.LearningPlatform;

/** The remote platform in memory with the journal in PostgreSQL. */
final class PlatformInMemory implements RemotePlatformUnderTest {

    private final RemoteServer server = new RemoteServer();
    private final RemoteCalls calls = new RemoteCalls(server);
    private final LearningPlatform adapter;
    private final RowSettler settler;
    private final ImportFence fence;

    private PlatformInMemory(
            Function<RemoteCalls, LearningPlatform> adapter, UnaryOperator<RowSettler> settler) {
        this.adapter = adapter.apply(calls);
        this.settler =
                settler.apply(new JournalledRowSettler(this.adapter, JournalDatabase.DATA_SOURCE));
        this.fence =
                new JournalledImportFence(
                        JdbcClient.create(JournalDatabase.DATA_SOURCE),
                        new JdbcTransactionManager(JournalDatabase.DATA_SOURCE));
    }

    /** An empty platform behind an adapter. */
    static PlatformInMemory with(Function<RemoteCalls, LearningPlatform> adapter) {
        return with(adapter, UnaryOperator.identity());
    }

    /**
     * An empty platform.
     *
     * @param settler put before the one with the journal
     */
    static PlatformInMemory with(
            Function<RemoteCalls, LearningPlatform> adapter, UnaryOperator<RowSettler> settler) {
        JournalDatabase.clear();
        return new PlatformInMemory(adapter, settler);
    }

    @Override
    public RowSettler settler() {
        return settler;
    }

    @Override
    public ImportFence fence() {
        return fence;
    }

    @Override
    public LearningPlatform adapter() {
        return adapter;
    }

    @Override
    public Instant now() {
        return JournalDatabase.JDBC
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public void learner(String username) {
        server.learner(username);
    }

    @Override
    public void course(String reference, String area) {
        server.course(reference, area);
    }

    @Override
    public void enrol(String username, String reference) {
        server.enrol(username, reference);
    }

    @Override
    public void enrolNow(String username, String reference) {
        server.enrol(username, reference);
    }

    @Override
    public void complete(String username, String reference) {
        server.complete(username, reference);
    }

    @Override
    public boolean isEnrolled(String username, String reference) {
        return server.isEnrolled(username, reference);
    }

    @Override
    public boolean hasCompleted(String username, String reference) {
        return server.hasCompleted(username, reference);
    }

    @Override
    public int endings() {
        return server.endings().size();
    }

    @Override
    public boolean tellsSince() {
        return false;
    }

    @Override
    public void failNextEnding(Fault fault) {
        calls.failNextEnding(fault);
    }

    @Override
    public void failNextEnrolling(Fault fault) {
        calls.failNextEnrolling(fault);
    }

    @Override
    public void failNextLook(Fault fault) {
        calls.failNextLook(fault);
    }

    @Override
    public void holdByAnotherMethod(String username, String reference) {
        server.hold(username, reference);
    }

    @Override
    public void lock(String reference) {
        server.lock(reference);
    }

    @Override
    public void silence(String reference, boolean isSilent) {
        server.silence(reference, isSilent);
    }

    @Override
    public void blind(boolean isBlind) {
        calls.blind(isBlind);
    }
}
