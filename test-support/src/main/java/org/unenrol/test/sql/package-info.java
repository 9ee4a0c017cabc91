/**
 * Finds the statements of a module that its tests have never executed. A statement that nobody has
 * executed may be one that no database takes.
 */
@NullMarked
package org.unenrol.test.sql;

import org.jspecify.annotations.NullMarked;
