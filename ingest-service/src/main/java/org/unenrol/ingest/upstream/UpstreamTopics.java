package org.unenrol.ingest.upstream;

import java.util.List;
import java.util.stream.Stream;
import org.unenrol.messaging.FurtherTopics;
import org.unenrol.model.Topics;

/** The topics of the sources. */
final class UpstreamTopics implements FurtherTopics {

    private final List<String> sources;

    UpstreamTopics(List<String> sources) {
        this.sources = sources;
    }

    /** The topics of requests. */
    public String[] requests() {
        return sources.stream().map(Topics::requestsOf).toArray(String[]::new);
    }

    @Override
    public List<String> withPartitions() {
        return sources.stream()
                .flatMap(one -> Stream.of(Topics.requestsOf(one), Topics.repliesTo(one)))
                .toList();
    }

    @Override
    public List<String> single() {
        return sources.stream().map(Topics::requestsOf).map(Topics::deadLettersOf).toList();
    }
}
