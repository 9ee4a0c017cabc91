package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTests {

    private static final List<Integer> LIST = IntStream.rangeClosed(1, 5).boxed().toList();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "3, 3, 100",
        "0, 1, 0",
        "-2147483648, 1, 0",
        "50000000, 42949672, 2147483550",
        "2147483647, 42949672, 2147483550"
    })
    void countsTheRowsBeforeAnyPage(int asked, int number, int offset) {
        List<Integer> offsets = new ArrayList<>();

        Slice<Integer> slice =
                Slice.page(
                        asked,
                        50,
                        (from, limit) -> {
                            offsets.add(from);
                            return List.of();
                        });

        assertThat(slice.number()).isEqualTo(number);
        assertThat(offsets).containsExactly(offset);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, true, true", "2, 2, true, true", "3, 1, false, true", "4, 0, false, true"})
    void holdsNoMoreThanAPageAndTellsWhetherThereIsMore(
            int page, int items, boolean hasNext, boolean severalPages) {
        Slice<Integer> slice = Slice.page(page, 2, SliceTests::some);

        assertThat(slice.items()).hasSize(items);
        assertThat(slice.hasNext()).isEqualTo(hasNext);
        assertThat(slice.isOneOfSeveral()).isEqualTo(severalPages);
    }

    @Test
    void isTheOnlyOneWhereEverythingFits() {
        assertThat(Slice.page(1, 5, SliceTests::some).isOneOfSeveral()).isFalse();
    }

    @Test
    void marksWhereTheNextBegins() {
        Integer after = Slice.first(2, limit -> LIST.subList(0, limit)).next(last -> last * 10);
        Integer none = Slice.first(5, limit -> LIST).next(last -> last * 10);

        assertThat(after).isEqualTo(20);
        assertThat(none).isNull();
    }

    private static List<Integer> some(int offset, int limit) {
        return LIST.stream().skip(offset).limit(limit).toList();
    }
}
