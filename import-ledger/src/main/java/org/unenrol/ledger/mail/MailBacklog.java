package org.unenrol.ledger.mail;

import java.time.Duration;

/**
 * What has not been sent, of all imports.
 *
 * @param queued how many mails wait, those between two tries included
 * @param oldest how long the oldest of them has waited
 */
public record MailBacklog(int queued, Duration oldest, int perhapsSent, int undeliverable) {}
