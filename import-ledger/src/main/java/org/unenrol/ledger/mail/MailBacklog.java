package org.unenrol.ledger.mail;

import java.time.Duration;

/**
 * The mails of all imports that have not been sent.
 *
 * @param queued how many mails wait, those between two tries included
 * @param learners how many of them are to learners
 * @param oldest how long the oldest of them has waited
 * @param pausedDomains how many domains are left alone for now, as they put off mail after mail
 */
public record MailBacklog(
        int queued,
        int learners,
        Duration oldest,
        int perhapsSent,
        int undeliverable,
        int pausedDomains) {}
