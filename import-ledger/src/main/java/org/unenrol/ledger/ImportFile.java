package org.unenrol.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file of an import.
 *
 * @param name as it was uploaded
 * @param sha256 of its bytes, in hexadecimal digits
 * @param reading what was assumed about it
 * @param upload the stored file; null once it is no longer kept
 */
public record ImportFile(String name, String sha256, Reading reading, @Nullable UUID upload) {}
