/**
 * The work at one folder: a file that has stopped growing becomes an import, and once that has
 * ended the file is moved beside its results, or beside the reason for which it is refused. Every
 * step can be done again after a crash, by any process: what is done is in the ledger or can be
 * seen in the folder.
 */
@NullMarked
package org.unenrol.folder.watch;

import org.jspecify.annotations.NullMarked;
