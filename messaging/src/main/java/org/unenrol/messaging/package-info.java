/**
 * The use that the services make of Kafka. Records are JSON with CloudEvents headers; a publisher
 * returns only when the broker has acknowledged; a listener never skips a record: it retries
 * without limit while the world is broken, and sets a record aside only when that one record fails
 * by itself. What only the services may write is signed, and believed only with a right signature.
 */
@NullMarked
package org.unenrol.messaging;

import org.jspecify.annotations.NullMarked;
