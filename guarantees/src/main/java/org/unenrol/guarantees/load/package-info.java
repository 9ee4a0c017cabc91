/**
 * The work of administrators: files of every kind, uploaded until they are accepted, with what is
 * known beforehand of each row.
 */
@NullMarked
package org.unenrol.guarantees.load;

import org.jspecify.annotations.NullMarked;
