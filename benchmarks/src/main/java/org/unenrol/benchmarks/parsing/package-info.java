/** How fast a file is read, compared with parsers that know nothing of unenrolments. */
@NullMarked
package org.unenrol.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
