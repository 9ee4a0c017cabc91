package org.unenrol.platform.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Courses and sessions: looked for, looked at, and given an external reference. An administrator
 * sees those of the areas that he or she manages at that moment, and no others.
 */
public interface Catalogue {

    CataloguePage search(String administrator, CatalogueSearch search);

    Optional<CatalogueItem> find(String administrator, long id);

    /**
     * Sets what files name the item by.
     *
     * @param reference stored in the form in which it is looked up; null, or nothing but white
     *     space: files can no longer name the item
     */
    ReferenceChange setReference(String administrator, long id, @Nullable String reference);
}
