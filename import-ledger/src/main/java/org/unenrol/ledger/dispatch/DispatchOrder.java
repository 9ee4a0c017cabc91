package org.unenrol.ledger.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Mode;

/**
 * The facts that a dispatcher needs of an import to publish its rows.
 *
 * @param dispatchedThrough the last row that is known to be published; the next one is where to
 *     begin
 * @param verifiedBy the verification that the import applies as it stood, if any
 * @param origin the import whose rows it takes back or runs again, if any
 * @param at the present, by the database's clock
 */
public record DispatchOrder(
        UUID importId,
        Mode mode,
        UUID uploadFile,
        String charset,
        int rows,
        int dispatchedThrough,
        Instant submittedAt,
        String submittedBy,
        @Nullable UUID verifiedBy,
        @Nullable UUID origin,
        Instant at) {}
