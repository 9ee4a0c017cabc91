package org.unenrol.ledger.mail;

import java.time.Duration;

/**
 * The limits on how often and for how long a mail is tried.
 *
 * @param longestPause between two tries of a mail that was refused; the pauses double from a second
 * @param recipientRefusedFor a recipient who is still refused so long after the first refusal is
 *     given up
 * @param refusedFor a mail that is still refused for another reason so long after the first refusal
 *     is given up, if the server has accepted others since
 * @param copies how often a mail is sent, at most, when no answer tells whether it was accepted
 * @param unconfirmedPause before the second copy; the pauses double
 * @param longestDomainPause for which a domain that puts off mail after mail is left alone
 */
public record RetryPolicy(
        Duration longestPause,
        Duration recipientRefusedFor,
        Duration refusedFor,
        int copies,
        Duration unconfirmedPause,
        Duration longestDomainPause) {}
