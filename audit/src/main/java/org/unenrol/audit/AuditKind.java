package org.unenrol.audit;

import java.time.Duration;
import java.util.Locale;

/** The kinds of entries. The names are stored, exported and logged: stable, and only added to. */
public enum AuditKind {
    SIGNED_IN(Category.AUTHENTICATION),
    SIGN_IN_FAILED(Category.AUTHENTICATION),
    SIGNED_OUT(Category.AUTHENTICATION),
    /** Credentials came with calls, for the first time in an hour or as often as told. */
    API_USED(Category.AUTHENTICATION),
    /** Answered with 401, 403, or 404 where it may not be known. */
    REFUSED(Category.WEB),
    SESSIONS_ENDED(Category.AUTHENTICATION),
    PASSWORD_CHANGED(Category.IAM),
    PASSWORD_LINK_SENT(Category.IAM),
    ACCOUNT_ADDED(Category.IAM),
    ACCOUNT_CHANGED(Category.IAM),
    ACCOUNT_DISABLED(Category.IAM),
    ACCOUNT_ENABLED(Category.IAM),
    SECOND_FACTOR_ADDED(Category.IAM),
    SECOND_FACTOR_REMOVED(Category.IAM),
    TOKEN_MADE(Category.IAM),
    TOKEN_REVOKED(Category.IAM),
    REFERENCE_CHANGED(Category.CONFIGURATION),
    IMPORT_SUBMITTED(Category.DATABASE),
    IMPORT_APPLIED(Category.DATABASE),
    /** An import was submitted that takes another one back. */
    IMPORT_TAKEN_BACK(Category.DATABASE),
    /** An import was submitted of rows that the system had failed in another one. */
    IMPORT_RUN_AGAIN(Category.DATABASE),
    IMPORT_CANCELLED(Category.DATABASE),
    LEARNER_UNENROLLED(Category.DATABASE),
    RESULTS_DOWNLOADED(Category.FILE),
    ENROLMENTS_EXPORTED(Category.FILE),
    RECORDS_EXPORTED(Category.FILE),
    AUDIT_EXPORTED(Category.FILE),
    MAILS_SENT_AGAIN(Category.EMAIL),
    WEBHOOK_SENT_AGAIN(Category.WEB),
    ERASURE_ASKED(Category.DATABASE),
    ERASURE_ENDED(Category.DATABASE),
    SETTINGS_READ(Category.CONFIGURATION),
    /** The oldest entries are gone; written by the database itself. */
    TRAIL_PURGED(Category.DATABASE);

    private final Category category;

    AuditKind(Category category) {
        this.category = category;
    }

    /** The value of {@code event.action}, such as {@code import-submitted}. */
    public String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of {@code event.category}. */
    String category() {
        return category.name().toLowerCase(Locale.ROOT);
    }

    /** The value of {@code event.outcome}. */
    String outcome() {
        return this == SIGN_IN_FAILED || this == REFUSED ? "failure" : "success";
    }

    /** The time within which what is counted is told once at first, and at the end how often. */
    Duration counted() {
        return this == API_USED ? Duration.ofHours(1) : Duration.ofMinutes(1);
    }

    /** Categories of the Elastic Common Schema. */
    private enum Category {
        AUTHENTICATION,
        CONFIGURATION,
        DATABASE,
        EMAIL,
        FILE,
        IAM,
        WEB
    }
}
