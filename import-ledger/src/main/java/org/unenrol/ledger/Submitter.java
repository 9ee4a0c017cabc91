package org.unenrol.ledger;

/** The administrator in whose name an import runs, and where the completion email goes. */
public record Submitter(String username, String name, String email) {}
