package org.unenrol.platform.catalogue;

import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Activity;

/**
 * The choice of items.
 *
 * @param text part of the title or of the external reference; blank for all
 * @param kind null for both
 * @param page counted from 1; one beyond the first or the last means that one
 */
public record CatalogueSearch(String text, Activity.@Nullable Kind kind, int page) {}
