package org.unenrol.ledger.folder;

import java.time.Instant;
import java.util.UUID;
import org.unenrol.model.Mode;

/**
 * A file of a drop folder that has become an import.
 *
 * @param sha256 of its bytes, in hexadecimal digits
 * @param mode as the folder had it then
 * @param size in bytes
 * @param modified by the clock of the folder's machine, in whole milliseconds; to be compared for
 *     equality only
 */
public record TakenFile(String sha256, Mode mode, long size, Instant modified, UUID importId) {}
