package org.unenrol.ledger.mail;

/** Counts of an import's mails by how far they have come, its own mail included. */
public record MailCounts(int queued, int sent, int perhapsSent, int undeliverable) {}
