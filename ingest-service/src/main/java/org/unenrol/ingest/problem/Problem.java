package org.unenrol.ingest.problem;

import java.util.List;
import org.unenrol.csv.RefusedFileException;

/** A failure of one call: data, of which words are made in the language of the call. */
public sealed interface Problem {

    ProblemType type();

    /** The status to answer with. */
    default int status() {
        return type().status().value();
    }

    /** One of which there is nothing to say but its type. */
    record Plain(ProblemType type, int status) implements Problem {}

    /** One of which there is something closer to say. */
    record Closer(CloserDetail detail, List<Object> values) implements Problem {

        @Override
        public ProblemType type() {
            return detail.type();
        }
    }

    /** A file that is refused. */
    record FileRefused(RefusedFileException refused) implements Problem {

        @Override
        public ProblemType type() {
            return ProblemType.valueOf("FILE_" + refused.reason());
        }
    }
}
