package org.unenrol.portal.sources;

import java.util.List;
import java.util.OptionalLong;

/** The upstream systems that are configured. */
public interface ConfiguredSources {

    /** Their names, in order. */
    List<String> names();

    /** Counts the records of a source that have not been read; empty when the broker is away. */
    OptionalLong unread(String source);
}
