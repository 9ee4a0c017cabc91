/**
 * A remote platform that fails at random, and the adapter with which workers call it. It keeps its
 * people in the tables of the platform that comes with the product, so that the same triggers note
 * what becomes of them.
 */
@NullMarked
package org.unenrol.guarantees.remote;

import org.jspecify.annotations.NullMarked;
