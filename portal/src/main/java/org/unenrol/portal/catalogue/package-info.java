/**
 * The catalogue: courses and sessions, their properties, their learners, and unenrolling one of
 * them. An administrator finds and changes what lies in the areas granted, and nothing else.
 */
@NullMarked
package org.unenrol.portal.catalogue;

import org.jspecify.annotations.NullMarked;
