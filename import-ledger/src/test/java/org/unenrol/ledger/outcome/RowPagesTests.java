package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.PAGES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.OutcomeFixture.shown;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;
import static org.unenrol.model.OutcomeCode.DUPLICATE;
import static org.unenrol.model.OutcomeCode.INVALID_ROW;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.SYSTEM_ERROR;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.RowContent;

class RowPagesTests extends LedgerTestCase {

    private static final RowContent ZOE =
            new RowContent("zoe.oneil", "FIRE-1", "Yes", "Zo\u00eb O'Neil", "Fire_drill 100%");
    private static final RowContent OMAR =
            new RowContent("OMAR.ALI", "AID-2", "No", "Omar \u00c4li", "First aid");
    private static final RowContent WRONG = RowContent.ofCells("nobody", "N/A", "Perhaps \u0000");

    private UUID id;

    @BeforeEach
    void settleSomeRowsOutOfOrder() {
        id = anImport().ofRows(20).submitted();
        UUID other = anImport().ofRows(20).submitted();
        RECORDER.record(
                List.of(
                        shown(id, 12, READY, "1", OMAR),
                        shown(other, 3, READY, "7", ZOE),
                        shown(id, 4, DUPLICATE, "7", ZOE),
                        shown(id, 1, READY, "7", ZOE),
                        shown(id, 9, DUPLICATE, "1", OMAR),
                        shown(id, 7, INVALID_ROW, null, WRONG)));
    }

    @Test
    void comeInRowOrderAPageAtATime() {
        assertThat(rows(RowFilter.ALL, 0, 2)).containsExactly(1, 4);
        assertThat(rows(RowFilter.ALL, 4, 2)).containsExactly(7, 9);
        assertThat(rows(RowFilter.ALL, 9, 2)).containsExactly(12);
        assertThat(rows(RowFilter.ALL, 12, 2)).isEmpty();
    }

    @Test
    void tellWhatStandsInThemAndWhomItNamed() {
        RowEntry row = PAGES.page(id, RowFilter.ALL, 0, 1).get(0);

        assertThat(row.content()).isEqualTo(ZOE);
        assertThat(row.activityId()).isEqualTo("7");
        assertThat(row.recorded().code()).isEqualTo(READY);
    }

    @Test
    void tellWrongCellsAsTheyWereWrittenWhateverCharactersTheyHave() {
        assertThat(PAGES.page(id, RowFilter.ALL, 4, 1).get(0).content())
                .isEqualTo(RowContent.ofCells("nobody", "N/A", "Perhaps \ufffd"));
    }

    @Test
    void areThoseOfOneOutcomeOrOneActivity() {
        assertThat(rows(RowFilter.of(DUPLICATE), 0, 1)).containsExactly(4);
        assertThat(rows(RowFilter.of(DUPLICATE), 4, 5)).containsExactly(9);
        assertThat(rows(new RowFilter(null, "1", ""), 0, 5)).containsExactly(9, 12);
        assertThat(rows(new RowFilter(READY, "1", ""), 0, 5)).containsExactly(12);
        assertThat(rows(RowFilter.of(SYSTEM_ERROR), 0, 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zoe.oneil       | 1 4
                    ZOË             | 1 4
                    Zoe\u0308 o'n   | 1 4
                    äli  omar       | 9 12
                    fire-1          | 1 4
                    first AID       | 9 12
                    omar fire       |
                    100%            | 1 4
                    1%0             |
                    e_d             | 1 4
                    _               | 1 4
                    perhaps         |
                    n/a             | 7
                    '   '           | 1 4 7 9 12
                    """)
    void areFoundByWordsOfUsernameNameReferenceAndTitle(String search, String found) {
        String words = search.translateEscapes();

        assertThat(rows(new RowFilter(null, null, words), 0, 10))
                .map(String::valueOf)
                .containsExactly(found == null ? new String[0] : found.split(" "));
    }

    @Test
    void knowWhereThePageBeforeBegins() {
        assertThat(PAGES.pageBefore(id, RowFilter.ALL, 12, 2)).isEqualTo(7);
        assertThat(PAGES.pageBefore(id, RowFilter.ALL, 9, 2)).isEqualTo(4);
        assertThat(PAGES.pageBefore(id, RowFilter.ALL, 4, 2)).isZero();
        assertThat(PAGES.pageBefore(id, RowFilter.of(DUPLICATE), 9, 1)).isEqualTo(4);
    }

    @Test
    void haveTheContentOfABetterOutcomeThatCameLater() {
        UUID run = anImport().ofRows(2).submitted();
        RECORDER.record(List.of(shown(run, 1, SYSTEM_ERROR, null, null)));
        RECORDER.record(List.of(shown(run, 1, UNENROLLED, "7", ZOE)));

        RowEntry row = PAGES.page(run, RowFilter.ALL, 0, 1).get(0);

        assertThat(row.content()).isEqualTo(ZOE);
        assertThat(row.activityId()).isEqualTo("7");
    }

    @Test
    void areEmptyWhereNothingWasKept() {
        UUID run = anImport().ofRows(2).submitted();
        RECORDER.record(List.of(unenrolled(run, 1)));

        assertThat(PAGES.page(run, RowFilter.ALL, 0, 1).get(0).content())
                .isEqualTo(RowContent.ofCells(null, null, null));
        assertThat(rows(new RowFilter(null, null, "x"), 0, 1, run)).isEmpty();
    }

    private List<Integer> rows(RowFilter filter, int after, int limit) {
        return rows(filter, after, limit, id);
    }

    private static List<Integer> rows(RowFilter filter, int after, int limit, UUID of) {
        return PAGES.page(of, filter, after, limit).stream().map(RowEntry::row).toList();
    }
}
