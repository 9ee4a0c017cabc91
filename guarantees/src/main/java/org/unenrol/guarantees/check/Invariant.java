package org.unenrol.guarantees.check;

import java.util.stream.Stream;

/** One guarantee. */
interface Invariant {

    /** Its number and name in {@code docs/guarantees.md}. */
    String name();

    /** What contradicts it, a sentence each; nothing when it holds. */
    Stream<String> violations(Evidence evidence);
}
