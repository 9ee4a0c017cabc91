package org.unenrol.guarantees.check;

import java.util.stream.Stream;

/** One guarantee. */
interface Invariant {

    /** Its number and name in {@code docs/guarantees.md}. */
    String name();

    /** The contradictions, a sentence each; none when it holds. */
    Stream<String> violations(Evidence evidence);
}
