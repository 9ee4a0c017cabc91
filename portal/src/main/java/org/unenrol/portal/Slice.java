package org.unenrol.portal;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that stands on one page.
 *
 * @param number of the page, from 1; 1 also where pages are not counted
 * @param hasNext whether there is more of the list after it
 */
public record Slice<T>(List<T> items, int number, boolean hasNext) {

    /** The first items that a source gives, which is asked for one more than that. */
    public static <T> Slice<T> first(int size, IntFunction<List<T>> source) {
        return of(source.apply(size + 1), size, 1);
    }

    /**
     * A page of that many items.
     *
     * @param asked the number of the page; one that cannot be is the first or the last that can
     */
    public static <T> Slice<T> page(int asked, int size, Source<T> source) {
        int number = Math.max(1, Math.min(asked, Integer.MAX_VALUE / size));
        return of(source.some((number - 1) * size, size + 1), size, number);
    }

    private static <T> Slice<T> of(List<T> found, int size, int number) {
        return new Slice<>(
                found.subList(0, Math.min(size, found.size())), number, found.size() > size);
    }

    /** The mark of the last item, after which the next page begins; null where there is none. */
    public <M> @Nullable M next(Function<T, M> mark) {
        return hasNext ? mark.apply(items.get(items.size() - 1)) : null;
    }

    /** Tells whether there are other pages to go to. */
    public boolean isOneOfSeveral() {
        return number > 1 || hasNext;
    }

    /** A list of which some can be asked for. */
    @FunctionalInterface
    public interface Source<T> {

        List<T> some(int offset, int limit);
    }
}
