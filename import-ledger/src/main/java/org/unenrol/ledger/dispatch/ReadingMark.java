package org.unenrol.ledger.dispatch;

import java.util.List;

/**
 * The offsets that the readers of a topic must have passed before an import's rows without an
 * outcome count as lost.
 *
 * @param topicId tells the topic from one that is created later under the same name
 * @param offsets the ends of the topic's partitions after the last row was published
 * @param through the last row that had been published by then
 */
public record ReadingMark(String topic, String topicId, List<Long> offsets, int through) {}
