package org.unenrol.ledger.results;

import java.util.UUID;
import org.unenrol.model.Mode;

/** The facts that a builder needs of an import to write its results file. */
public record ResultsOrder(
        UUID importId, Mode mode, UUID uploadFile, String charset, int rows, String language) {}
