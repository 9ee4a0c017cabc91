package org.unenrol.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts of what is under way in this process, by whose it is.
 *
 * @param <K> says whose
 */
public final class AtATime<K> {

    private final Map<K, Integer> counts = new ConcurrentHashMap<>();

    /** Counts one more, unless there are as many as there may be. */
    public boolean begin(K key, int most) {
        int before = counts.getOrDefault(key, 0);
        while (before < most) {
            if (before == 0
                    ? counts.putIfAbsent(key, 1) == null
                    : counts.replace(key, before, before + 1)) {
                return true;
            }
            before = counts.getOrDefault(key, 0);
        }
        return false;
    }

    /** Counts one less; who has nothing under way is not kept. */
    public void end(K key) {
        counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }
}
