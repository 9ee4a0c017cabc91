/**
 * Sends what is in the mail outbox, never from a thread that consumes from Kafka, and keeps trying
 * while the mail server is away.
 */
@NullMarked
package org.unenrol.notifier.mail;

import org.jspecify.annotations.NullMarked;
