package org.unenrol.service;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Thrown when a schema lacks migrations and the service is not to migrate it; its message is for
 * the operator.
 */
public final class OutdatedSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private OutdatedSchemaException(String schemas) {
        super(
                "The database's schema "
                        + schemas
                        + " is not up to date, and this service is not to change that"
                        + " (spring.flyway.enabled): run ingest-service with the argument migrate, as"
                        + " the user who owns the schemas, and start this service again.");
    }

    /** Refuses to go on where the schema lacks a migration. */
    static void refuse(Flyway flyway) {
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length > 0) {
            throw new OutdatedSchemaException(
                    Arrays.stream(flyway.getConfiguration().getSchemas())
                            .collect(Collectors.joining(", ")));
        }
    }
}
