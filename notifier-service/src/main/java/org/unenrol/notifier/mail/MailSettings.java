package org.unenrol.notifier.mail;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mails, {@code unenrol.mail.*}. The mail server is {@code spring.mail.*}.
 *
 * @param from the sender's address
 * @param organisation the name that signs the mails
 * @param portalUrl where administrators reach the portal; the links in the mails begin with it
 * @param senders how many mails are sent at a time
 * @param longestRetry the longest time between two tries of one mail
 * @param refusedFor after so long a recipient that the mail server refuses is given up
 */
@ConfigurationProperties("unenrol.mail")
record MailSettings(
        @DefaultValue("unenrol@localhost") String from,
        @DefaultValue("Unenrol") String organisation,
        @DefaultValue("http://localhost:8080") URI portalUrl,
        @DefaultValue("2") int senders,
        @DefaultValue("30s") Duration longestRetry,
        @DefaultValue("15m") Duration refusedFor) {}
