package org.unenrol.portal.accounts;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.unenrol.platform.catalogue.Catalogue;

/** The areas of the platform, where it can tell them. */
@Component
class PlatformAreas {

    private final ObjectProvider<Catalogue> catalogue;

    PlatformAreas(ObjectProvider<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** Those that there are and those that are granted already; none where it cannot be told. */
    List<String> with(Collection<String> granted) {
        Catalogue known = catalogue.getIfAvailable();
        return known == null
                ? List.of()
                : Stream.concat(known.areas().stream(), granted.stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    boolean areTold() {
        return catalogue.getIfAvailable() != null;
    }
}
