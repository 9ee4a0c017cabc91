package org.unenrol.messaging;

import java.util.List;

/**
 * The progress of a group in a topic, by partition.
 *
 * @param topicId tells the topic from one that is created later under the same name
 * @param ends the offsets of the next records to be written
 * @param readThrough the offsets of the next records that the group can read; whatever is before
 *     them it has handled, or it is no longer there
 */
public record TopicReading(String topicId, List<Long> ends, List<Long> readThrough) {

    /**
     * Tells whether nothing that was on the topic when it had these ends is still to be read: the
     * group has passed them, or the records or the whole topic have gone.
     */
    public boolean hasPassed(String thenTopicId, List<Long> thenEnds) {
        if (!topicId.equals(thenTopicId) || ends.size() < thenEnds.size()) {
            return true;
        }
        for (int partition = 0; partition < thenEnds.size(); partition++) {
            long then = thenEnds.get(partition);
            if (readThrough.get(partition) < then && ends.get(partition) >= then) {
                return false;
            }
        }
        return true;
    }
}
