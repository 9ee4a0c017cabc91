/** A real PostgreSQL for the tests of one module, as long as its JVM lives. */
@NullMarked
package org.unenrol.test.database;

import org.jspecify.annotations.NullMarked;
