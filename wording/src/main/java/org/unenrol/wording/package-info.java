/**
 * The words that people read. What travels and what is stored are codes and values; sentences are
 * made of them here, by the messages of the reader's language.
 */
@NullMarked
package org.unenrol.wording;

import org.jspecify.annotations.NullMarked;
