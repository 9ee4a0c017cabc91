/** The speed of reading a file, compared with parsers that know nothing of unenrolments. */
@NullMarked
package org.unenrol.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
