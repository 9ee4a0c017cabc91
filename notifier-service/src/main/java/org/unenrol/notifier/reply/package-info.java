/** Publishes the answers to requests of upstream systems, in order per request, at least once. */
@NullMarked
package org.unenrol.notifier.reply;

import org.jspecify.annotations.NullMarked;
