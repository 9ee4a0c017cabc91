package org.unenrol.ledger.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The times for which things are kept, {@code unenrol.retention.*}. What is of an import is kept
 * for so long after its end.
 *
 * @param uploads files as they were uploaded, and the rows of requests
 * @param results results files
 * @param outcomes the outcome of each row
 * @param mails to whom mails went, and about what
 * @param webhooks what webhook addresses were told
 * @param imports the import's own line in the history, with its counts
 * @param audit who did what
 * @param signIns tries to sign in
 * @param deadLetters records that could not be processed
 */
@ConfigurationProperties("unenrol.retention")
public record RetentionSettings(
        @DefaultValue("90d") Duration uploads,
        @DefaultValue("90d") Duration results,
        @DefaultValue("90d") Duration outcomes,
        @DefaultValue("30d") Duration mails,
        @DefaultValue("30d") Duration webhooks,
        @DefaultValue("730d") Duration imports,
        @DefaultValue("730d") Duration audit,
        @DefaultValue("365d") Duration signIns,
        @DefaultValue("30d") Duration deadLetters) {

    /** Refuses what contradicts itself, when the service starts. */
    public RetentionSettings {
        RetentionCheck.longEnough("uploads", uploads);
        RetentionCheck.longEnough("results", results);
        RetentionCheck.longEnough("outcomes", outcomes);
        RetentionCheck.longEnough("mails", mails);
        RetentionCheck.longEnough("webhooks", webhooks);
        RetentionCheck.longEnough("imports", imports);
        RetentionCheck.longEnough("audit", audit);
        RetentionCheck.longEnough("sign-ins", signIns);
        RetentionCheck.longEnough("dead-letters", deadLetters);
        RetentionCheck.notLonger("results", results, "uploads", uploads);
        RetentionCheck.notLonger("uploads", uploads, "outcomes", outcomes);
        RetentionCheck.notLonger("outcomes", outcomes, "imports", imports);
        RetentionCheck.notLonger("mails", mails, "imports", imports);
    }
}
