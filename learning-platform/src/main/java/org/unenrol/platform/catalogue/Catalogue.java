package org.unenrol.platform.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ManagedAreas;

/**
 * Courses and sessions: looked for, looked at, and given an external reference; those of the areas
 * that are given, and no others.
 */
public interface Catalogue {

    /** The names of all areas, in order. */
    List<String> areas();

    CataloguePage search(ManagedAreas areas, CatalogueSearch search);

    Optional<CatalogueItem> find(ManagedAreas areas, long id);

    /**
     * Sets what files name the item by.
     *
     * @param reference stored in the form in which it is looked up; null, or nothing but white
     *     space: files can no longer name the item
     */
    ReferenceChange setReference(ManagedAreas areas, long id, @Nullable String reference);
}
