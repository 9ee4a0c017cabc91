package org.unenrol.guarantees.trial;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.unenrol.guarantees.check.Checker;
import org.unenrol.guarantees.check.DeadLetterCount;
import org.unenrol.guarantees.check.History;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.load.AdministratorClient;
import org.unenrol.guarantees.load.Dialect;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.load.Organisation;
import org.unenrol.guarantees.system.Stage;

/**
 * Imports that are judged together: submits them, keeps what is known of them, and asks the judge.
 */
public final class Run {

    private static final int MAIL_PERCENT = 3;

    private final Stage stage;
    private final String name;
    private final AdministratorClient administrator;
    private final Organisation organisation;
    private final List<String> submitted = new CopyOnWriteArrayList<>();
    private final AtomicInteger poison = new AtomicInteger();
    private final AtomicInteger drawn = new AtomicInteger();
    private final long seed;
    private final long since;
    private final int deadLettersBefore;
    private final int spoiltBefore;
    private final UpstreamLoad requests;
    private volatile boolean nothingIsBroken;
    private volatile boolean isRemote;
    private volatile long published;
    private volatile long publishedAtMost;
    private volatile Instant healed = Instant.now();

    /** Begins a run; what happened before does not count. */
    public Run(Stage stage, String name, long seed) throws Exception {
        this.stage = stage;
        this.name = name;
        this.seed = seed;
        this.spoiltBefore = stage.spoilt();
        this.administrator = stage.administrator();
        this.organisation = new Organisation(stage.jdbc());
        Files.createDirectories(folder());
        this.requests = new UpstreamLoad(this, folder().resolve("requests"), seed);
        this.deadLettersBefore = new DeadLetterCount(stage.broker().bootstrapServers()).count();
        try (Connection connection = stage.database().connect()) {
            this.since = History.end(connection);
        }
    }

    public Stage stage() {
        return stage;
    }

    public AdministratorClient administrator() {
        return administrator;
    }

    public Organisation organisation() {
        return organisation;
    }

    /** A new file of so many rows, whose learners are enrolled. */
    public LearnerRoster roster(int rows) {
        int number = drawn.getAndIncrement();
        List<Dialect> dialects = List.of(Dialect.values());
        Dialect dialect = dialects.get(number % dialects.size());
        LearnerRoster roster = LearnerRoster.of(rows, dialect, MAIL_PERCENT, seed * 1_000 + number);
        organisation.make(roster);
        return roster;
    }

    /** The presence of anything but the import itself that affects the outcomes. */
    public enum Circumstances {
        UNDISTURBED,
        /** Another import ends the same enrolments, or this one is cancelled. */
        DISTURBED
    }

    /** Applies a new file. */
    public String apply(int rows) {
        return apply(roster(rows), Circumstances.UNDISTURBED);
    }

    public String apply(LearnerRoster roster, Circumstances circumstances) {
        String id = administrator.upload(roster.file(), false);
        keep(id, roster, "APPLY", "", circumstances);
        return id;
    }

    public String verify(LearnerRoster roster) {
        String id = administrator.upload(roster.file(), true);
        keep(id, roster, "VERIFY_ONLY", "", Circumstances.UNDISTURBED);
        return id;
    }

    /** Applies what an import has verified, once that has ended. */
    public String applyVerified(String verified, LearnerRoster roster) {
        awaitEnd(verified);
        String id = administrator.apply(verified);
        keep(id, roster, "APPLY", verified, Circumstances.UNDISTURBED);
        return id;
    }

    /** Gives back the places that an import has ended, once that has ended itself. */
    public String takeBack(String applied, LearnerRoster roster, Circumstances circumstances) {
        awaitEnd(applied);
        String id = administrator.takeBack(applied);
        keep(
                id,
                Submission.takingBack(
                        stored(id),
                        roster.delimiter(),
                        applied,
                        circumstances,
                        Collections.nCopies(rows(id), "REENROLLED")));
        return id;
    }

    private byte[] stored(String id) {
        return stage.jdbc()
                .sql(
                        """
                        select string_agg(c.bytes, ''::bytea order by c.seq)
                        from imports.import i join imports.stored_chunk c on c.file_id = i.upload_file
                        where i.id = :id::uuid
                        """)
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    private int rows(String id) {
        return stage.jdbc()
                .sql("select total from imports.progress where import_id = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void keep(
            String id,
            LearnerRoster roster,
            String mode,
            String verified,
            Circumstances circumstances) {
        keep(id, Submission.of(roster, mode, verified, circumstances));
    }

    private void keep(String id, Submission submission) {
        submission.writeTo(folder().resolve(id));
        submitted.add(id);
    }

    /** The requests of upstream systems in this run. */
    UpstreamLoad requests() {
        return requests;
    }

    /** Notes that we have made a record unreadable. */
    public void spoilt() {
        poison.incrementAndGet();
    }

    /** Notes how many records were published where so many had been enough. */
    public void published(long records, long atMost) {
        published = records;
        publishedAtMost = atMost;
    }

    /** Waits until so many rows of an import have an outcome. */
    public void awaitProcessed(String id, int rows) {
        await("received", id, rows);
    }

    /** Waits until so many rows of an import are on the topic. */
    public void awaitDispatched(String id, int rows) {
        await("dispatched_through", id, rows);
    }

    private void await(String column, String id, int rows) {
        Awaitility.await(id + ": " + column + " has come to row " + rows)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> number(column, id) >= rows);
    }

    private int number(String column, String id) {
        return stage.jdbc()
                .sql(
                        "select "
                                + column
                                + " from imports.dispatch join imports.progress using (import_id)"
                                + " where import_id = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    public void awaitEnd(String id) {
        Awaitility.await(id + " has ended")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> open(List.of(id)) == 0);
    }

    /** Notes that whatever was broken works again, from now on. */
    public void healed() {
        if (!nothingIsBroken) {
            healed = Instant.now();
        }
    }

    /** Notes that the platform of this run keeps no marks. */
    public void platformIsRemote() {
        isRemote = true;
    }

    /** Notes that what happens in this run is no fault, and no excuse for being late. */
    public void nothingIsBroken() {
        nothingIsBroken = true;
    }

    /** Waits for an import to end, though not for longer than any may take. */
    public void awaitEndInTime(String id) {
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(130))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> open(List.of(id)) == 0);
        } catch (ConditionTimeoutException e) {
            // The judge will say so.
        }
    }

    /** Waits for all of them to end, though not for longer than any may take. */
    public void awaitAll() {
        submitted.forEach(this::awaitEndInTime);
    }

    /** Tells how many have been submitted. */
    public int imports() {
        return submitted.size();
    }

    /** Tells how many have not ended. */
    public int open() {
        return open(submitted);
    }

    private int open(List<String> ids) {
        return count(
                """
                select count(*) from imports.progress
                where import_id = any(:ids::uuid[]) and state in ('PROCESSING', 'BUILDING_RESULTS')
                """,
                ids);
    }

    private int queued() {
        return count(
                """
                select count(*) from imports.mail
                where import_id = any(:ids::uuid[]) and state = 'QUEUED'
                """,
                submitted);
    }

    private int count(String sql, List<String> ids) {
        return stage.jdbc()
                .sql(sql)
                .param("ids", ids.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Waits for everything to end, though not for ever, and judges. */
    public Judgement judge(Duration patience) throws Exception {
        requests.awaitAnswered(patience);
        requests.submissions().forEach(this::keep);
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> open() + queued() == 0);
        } catch (ConditionTimeoutException e) {
            // The judge will say so.
        }
        Properties about = new Properties();
        about.setProperty("since", Long.toString(since));
        about.setProperty("healed", healed.toString());
        about.setProperty("remote", isRemote ? "yes" : "no");
        about.setProperty("poison", Integer.toString(poison.get() + stage.spoilt() - spoiltBefore));
        about.setProperty("published", Long.toString(published));
        about.setProperty("publishedAtMost", Long.toString(publishedAtMost));
        about.setProperty("deadLettersBefore", Integer.toString(deadLettersBefore));
        store(about, folder().resolve("run.properties"));
        return Checker.judge(stage.evidence(), name);
    }

    private Path folder() {
        return stage.evidence().resolve(name);
    }

    private static void store(Properties properties, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }
}
