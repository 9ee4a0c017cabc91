package org.unenrol.portal;

/** The number of a page of a list, from 1; what cannot be one is the first or the last there is. */
public final class PageNumber {

    private PageNumber() {}

    /** The nearest number whose rows can be counted. */
    public static int within(int asked, int size) {
        return Math.max(1, Math.min(asked, Integer.MAX_VALUE / size));
    }

    /** Tells how many rows stand on the pages before it. */
    public static int offset(int asked, int size) {
        return (within(asked, size) - 1) * size;
    }
}
