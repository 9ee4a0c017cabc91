package org.unenrol.infrastructure;

/** A role of the database, none of them a superuser. */
public enum DatabaseRole {
    /** Has the schemas and migrates them. */
    OWNER("unenrol_owner"),
    INGEST("unenrol_ingest"),
    WORKER("unenrol_worker"),
    NOTIFIER("unenrol_notifier");

    private final String user;

    DatabaseRole(String user) {
        this.user = user;
    }

    /** The name by which the database knows it. */
    public String user() {
        return user;
    }
}
