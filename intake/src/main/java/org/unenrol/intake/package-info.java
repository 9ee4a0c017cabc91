/**
 * From a stream of bytes to an import. The file is stored, read, checked and hashed in one pass;
 * only when all of it is fit does an import begin, and a refused file leaves nothing behind. The
 * service that takes files in has a {@code dispatchLoop}, which is told of each new import.
 */
@NullMarked
package org.unenrol.intake;

import org.jspecify.annotations.NullMarked;
