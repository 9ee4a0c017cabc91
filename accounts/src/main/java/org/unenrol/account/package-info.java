/**
 * The accounts of administrators, which are the product's own and not the platform's: who may sign
 * in, as what, and which areas of the catalogue each manages. Read anew for each question, so that
 * a role that is taken away ends what may be done with it at once.
 */
@NullMarked
package org.unenrol.account;

import org.jspecify.annotations.NullMarked;
