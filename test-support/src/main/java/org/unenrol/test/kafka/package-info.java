/** Writes records to topics as somebody outside the product does, and reads what is there. */
@NullMarked
package org.unenrol.test.kafka;

import org.jspecify.annotations.NullMarked;
