package org.unenrol.ingest.upstream;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.kafka.KafkaException;
import org.unenrol.messaging.TopicReaders;
import org.unenrol.messaging.TopicReading;
import org.unenrol.model.Topics;
import org.unenrol.portal.sources.ConfiguredSources;

/** The records of the sources that this service has not read yet. */
final class UnreadRequests implements ConfiguredSources {

    private final List<String> names;
    private final TopicReaders readers;

    UnreadRequests(List<String> names, TopicReaders readers) {
        this.names = names;
        this.readers = readers;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public OptionalLong unread(String source) {
        try {
            TopicReading reading = readers.of(Topics.requestsOf(source), RequestListener.GROUP);
            long unread = 0;
            for (int i = 0; i < reading.ends().size(); i++) {
                unread += reading.ends().get(i) - reading.readThrough().get(i);
            }
            return OptionalLong.of(unread);
        } catch (KafkaException e) {
            return OptionalLong.empty();
        }
    }
}
