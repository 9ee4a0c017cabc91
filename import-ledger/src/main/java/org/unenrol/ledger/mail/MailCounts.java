package org.unenrol.ledger.mail;

/** How many mails of an import have come how far, its own mail included. */
public record MailCounts(int queued, int sent, int perhapsSent, int undeliverable) {}
