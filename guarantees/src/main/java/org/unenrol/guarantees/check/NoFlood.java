package org.unenrol.guarantees.check;

import java.util.stream.Stream;

/** Rows that only wait are not published again and again: the longer the queue, the more copies. */
final class NoFlood implements Invariant {

    @Override
    public String name() {
        return "I7 no flood";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.published() <= evidence.publishedAtMost()
                ? Stream.empty()
                : Stream.of(
                        "%d rows were published where %d were enough"
                                .formatted(evidence.published(), evidence.publishedAtMost()));
    }
}
