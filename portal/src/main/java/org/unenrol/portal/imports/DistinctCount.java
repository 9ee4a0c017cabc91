package org.unenrol.portal.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.util.DigestUtils;

/**
 * Counts different texts, by 64 bits of a hash of each: eight bytes for a text, so that the
 * learners of millions of rows fit. Among a million texts, two are taken for one in one case of
 * thirty million. For one thread.
 */
final class DistinctCount {

    private long[] hashes = new long[1 << 10];
    private int size;

    void add(String text) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        byte[] digest = DigestUtils.md5Digest(text.getBytes(StandardCharsets.UTF_8));
        hashes[size++] = ByteBuffer.wrap(digest).getLong();
    }

    int count() {
        Arrays.sort(hashes, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }
}
