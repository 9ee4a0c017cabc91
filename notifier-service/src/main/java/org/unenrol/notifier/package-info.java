/**
 * Gathers outcomes until an import has all of them, builds its results file and sends the mails.
 */
@NullMarked
package org.unenrol.notifier;

import org.jspecify.annotations.NullMarked;
