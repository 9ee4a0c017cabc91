package org.unenrol.audit;

import java.util.Locale;

/** The names of what entries tell besides; stored, exported, and only added to. */
public enum AuditDetail {
    /** The username of the account that something was done to. */
    ACCOUNT,
    AREAS,
    AREAS_BEFORE,
    AFTER,
    BEFORE,
    ENTRIES,
    FILTER,
    FORMAT,
    IMPORTS,
    /** The id of a learner on the platform. */
    LEARNER,
    /** The choice of a whole import about emails to its learners, where it is not the usual one. */
    LEARNER_EMAILS,
    MAILS,
    METHOD,
    MODE,
    /** The name of something, such as a token. */
    NAME,
    /** The import whose rows are taken back or run again. */
    ORIGIN,
    PATH,
    REASON,
    ROLE,
    ROLE_BEFORE,
    ROWS,
    SCOPES,
    SETTINGS,
    STATUS,
    /** The last place in the chain that was purged. */
    THROUGH,
    /** The number of times, where that is more than once. */
    TIMES,
    /** The import that had verified what is applied. */
    VERIFIED;

    /** The name as it is stored, such as {@code role-before}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
