package org.unenrol.model;

import java.util.Set;

/**
 * The areas of the catalogue that an administrator manages.
 *
 * @param isEvery all of them, whatever there are
 * @param names those that are managed; of no meaning where all are
 */
public record ManagedAreas(boolean isEvery, Set<String> names) {

    public static final ManagedAreas EVERY = new ManagedAreas(true, Set.of());
    public static final ManagedAreas NONE = new ManagedAreas(false, Set.of());

    public static ManagedAreas of(Set<String> names) {
        return new ManagedAreas(false, Set.copyOf(names));
    }

    public boolean contains(String area) {
        return isEvery || names.contains(area);
    }
}
