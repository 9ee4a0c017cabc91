package org.unenrol.platform.catalogue;

import java.util.List;

/**
 * A page of items.
 *
 * @param total how many items there are on all pages
 * @param pages how many pages there are, at least one
 */
public record CataloguePage(List<CatalogueItem> items, int total, int page, int pages) {}
