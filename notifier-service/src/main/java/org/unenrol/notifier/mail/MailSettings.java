package org.unenrol.notifier.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unenrol.ledger.mail.LearnerMailRules;
import org.unenrol.ledger.mail.LearnerMailRules.Grouping;
import org.unenrol.ledger.mail.RetryPolicy;

/**
 * Settings of the mails, {@code unenrol.mail.*}. The mail server is {@code spring.mail.*}.
 *
 * @param from the sender's address
 * @param replyTo where answers go; the sender's address when there is none
 * @param organisation the name that signs the mails
 * @param language in which to write to learners of whom the platform does not tell theirs, {@code
 *     en} or {@code de}
 * @param templates the folder with the organisation's own mail to learners; null for none
 * @param portalUrl where administrators reach the portal; the links in the mails begin with it
 * @param senders how many mails are sent at a time
 * @param connectTimeout the longest time until a connection to the mail server is there
 * @param answerTimeout the longest time that the mail server may take for an answer
 * @param acceptTimeout the longest time that it may take to accept a mail that it has been given
 *     (RFC 5321, section 4.5.3.2.6, asks for ten minutes)
 * @param longestRetry the longest time between two tries of one mail, and of a server that fails
 * @param refusedFor after so long a recipient that the mail server refuses is given up
 * @param givenUpAfter after so long a mail is given up that the server refuses for another reason,
 *     while it accepts others
 * @param copies how often a mail is sent, at most, when no answer tells whether it was accepted
 * @param copyAfter the time before the second copy; it doubles with each
 * @param learnerRate how many emails to learners are tried a minute, over all processes
 * @param onePerLearner whether one email tells a learner of all rows of an import, instead of one
 *     for each row
 * @param longestDomainPause the longest time for which a domain that puts off one email to a
 *     learner after another is left alone
 */
@ConfigurationProperties("unenrol.mail")
record MailSettings(
        @DefaultValue("unenrol@localhost") String from,
        @Nullable String replyTo,
        @DefaultValue("Unenrol") String organisation,
        @DefaultValue("en") String language,
        @Nullable Path templates,
        @DefaultValue("http://localhost:8080") URI portalUrl,
        @DefaultValue("2") int senders,
        @DefaultValue("8s") Duration connectTimeout,
        @DefaultValue("8s") Duration answerTimeout,
        @DefaultValue("10m") Duration acceptTimeout,
        @DefaultValue("30s") Duration longestRetry,
        @DefaultValue("15m") Duration refusedFor,
        @DefaultValue("4d") Duration givenUpAfter,
        @DefaultValue("3") int copies,
        @DefaultValue("15m") Duration copyAfter,
        @DefaultValue("600") int learnerRate,
        @DefaultValue("false") boolean onePerLearner,
        @DefaultValue("1m") Duration longestDomainPause) {

    private static final int ANSWERS_OF_A_TRY = 7;

    /** Longer than a try takes that waits for no acceptance. */
    Duration hold() {
        return answerTimeout.multipliedBy(ANSWERS_OF_A_TRY);
    }

    /** The longest time for which any mail is put off. */
    Duration longestHold() {
        return Stream.of(
                        hold(),
                        longestRetry,
                        longestDomainPause.plusSeconds(1),
                        copyAfter.multipliedBy(1L << copies))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    RetryPolicy retries() {
        return new RetryPolicy(
                longestRetry, refusedFor, givenUpAfter, copies, copyAfter, longestDomainPause);
    }

    LearnerMailRules learnerRules() {
        return new LearnerMailRules(
                learnerRate, onePerLearner ? Grouping.BY_LEARNER : Grouping.BY_ROW);
    }

    /** The address of a page of the portal. */
    String link(String path) {
        return portalUrl.toString().replaceFirst("/+$", "") + path;
    }
}
