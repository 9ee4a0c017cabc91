/**
 * From a stream of bytes to an import. The file is stored, read, checked and hashed in one pass;
 * only when all of it is fit does an import begin, and a refused file leaves nothing behind.
 */
@NullMarked
package org.unenrol.ingest.upload;

import org.jspecify.annotations.NullMarked;
