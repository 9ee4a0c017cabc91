package org.unenrol.messaging;

import java.util.List;

/** Topics of a service's own, which are made like all others. */
public interface FurtherTopics {

    /** Those of six partitions. */
    List<String> withPartitions();

    /** Those of one partition. */
    List<String> single();
}
