package org.unenrol.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Credentials that have been right from the same place within the last minute, as a program that
 * calls the API sends the same ones with each call. Kept as keyed hashes, in memory only.
 */
final class RecentSignIns {

    private static final int MOST = 10_000;

    private final KeyedHash hash = new KeyedHash();
    private final Cache<String, Boolean> known;

    RecentSignIns(Duration remembered) {
        this.known = Caffeine.newBuilder().expireAfterWrite(remembered).maximumSize(MOST).build();
    }

    void add(String account, String place, String password) {
        known.put(hash.of(account, place, password), true);
    }

    boolean include(String account, String place, String password) {
        return known.getIfPresent(hash.of(account, place, password)) != null;
    }
}
