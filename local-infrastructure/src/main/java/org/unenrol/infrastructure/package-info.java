/**
 * The servers that Unenrol needs, on a machine that has nothing but a JDK: a real Kafka broker in
 * this JVM, a real PostgreSQL, and a mail server with a mailbox. They listen on the loopback
 * address only and keep their data in one folder, which survives a restart and a killed process.
 */
@NullMarked
package org.unenrol.infrastructure;

import org.jspecify.annotations.NullMarked;
