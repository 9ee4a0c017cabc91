/**
 * The judge. It reads the uploads, the stored bytes, a history that triggers write, the ledger, the
 * results files and the mails, and holds the guarantees against them; it uses no class of the
 * product.
 */
@NullMarked
package org.unenrol.guarantees.check;

import org.jspecify.annotations.NullMarked;
