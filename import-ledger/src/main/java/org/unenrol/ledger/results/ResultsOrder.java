package org.unenrol.ledger.results;

import java.util.UUID;

/** What a builder needs to know of an import to write its results file. */
public record ResultsOrder(UUID importId, UUID uploadFile, String charset, int rows) {}
