/**
 * Uploads and results as chunks in the database, written and read as streams of any length. A file
 * that no import refers to is left over from a refused upload or a crash, and is swept away.
 */
@NullMarked
package org.unenrol.ledger.file;

import org.jspecify.annotations.NullMarked;
