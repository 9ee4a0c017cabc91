/**
 * The catalogue as an administrator sees it: only items of the areas that the administrator
 * manages. What is outside them is not found, and cannot be changed.
 */
@NullMarked
package org.unenrol.platform.catalogue;

import org.jspecify.annotations.NullMarked;
