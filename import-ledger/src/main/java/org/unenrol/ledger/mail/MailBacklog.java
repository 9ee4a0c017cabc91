package org.unenrol.ledger.mail;

import java.time.Duration;

/**
 * The mails of all imports that have not been sent.
 *
 * @param queued how many mails wait, those between two tries included
 * @param oldest how long the oldest of them has waited
 */
public record MailBacklog(int queued, Duration oldest, int perhapsSent, int undeliverable) {}
