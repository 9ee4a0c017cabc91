package org.unenrol.ledger.folder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The imports that a file has become before.
 *
 * @param valid the latest that has not failed; null where there is none
 * @param failed how many have failed
 */
public record EarlierImports(@Nullable UUID valid, int failed) {}
