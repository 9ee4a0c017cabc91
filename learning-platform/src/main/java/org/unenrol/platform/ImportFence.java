package org.unenrol.platform;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Keeps the rows of an import that has ended from ending or giving a place, however late a copy of
 * them comes.
 */
public interface ImportFence {

    /**
     * Closes an import for good, once everything of it that is under way is committed or given up.
     * Repeatable.
     *
     * @return how many of its rows have ended a place or given one back, and there will never be
     *     more; empty when rows are still under way after two seconds: nothing has been done then
     */
    OptionalInt close(UUID importId);

    /**
     * Names the rows of an import that have ended a place or given one back, in ascending order.
     */
    List<Integer> endedRows(UUID importId);
}
