package org.unenrol.platform.postgres;

import org.unenrol.model.ManagedAreas;

/**
 * A word that is not recognised. What it may have meant is told only within the areas of whoever
 * has written it.
 */
record Unknown(ManagedAreas within, String word) {}
