/**
 * Tells the addresses that are configured of what has happened, by signed requests (Standard
 * Webhooks). Each address has a thread of its own, so that one that is slow or dead holds up no
 * other; nothing is sent to a place that is not meant to be reached from here.
 */
@NullMarked
package org.unenrol.notifier.webhook;

import org.jspecify.annotations.NullMarked;
