/**
 * From rows to outcomes: one question to the learning platform for a whole batch, one code with its
 * details for each row. When a row has several faults its details name all of them.
 */
@NullMarked
package org.unenrol.worker.apply;

import org.jspecify.annotations.NullMarked;
