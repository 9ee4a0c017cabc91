/**
 * The sample organisation, for trying the product out. Nothing of it is loaded unless asked for.
 */
@NullMarked
package org.unenrol.ingest.sample;

import org.jspecify.annotations.NullMarked;
