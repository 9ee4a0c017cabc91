/** Publishes the public facts about imports, in order, at least once. */
@NullMarked
package org.unenrol.notifier.event;

import org.jspecify.annotations.NullMarked;
