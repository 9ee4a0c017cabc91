package org.unenrol.ledger;

/**
 * The administrator in whose name an import runs, and where the completion email goes.
 *
 * @param language in which results and mail are written, a tag of BCP 47
 */
public record Submitter(String username, String name, String email, String language) {}
