/** Answers to requests of upstream systems, from when they are true until they are published. */
@NullMarked
package org.unenrol.ledger.reply;

import org.jspecify.annotations.NullMarked;
