package org.unenrol.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.ledger.outcome.RowEntry;
import org.unenrol.ledger.outcome.RowFilter;
import org.unenrol.ledger.outcome.RowPages;
import org.unenrol.model.Detail;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.wording.OutcomeMessages;

@RestController
class RowsController {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final RowPages pages;

    RowsController(RowPages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/api/v1/imports/{id}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    Page rows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable OutcomeCode outcome,
            @RequestParam(required = false) @Nullable String activity,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "" + PAGE) int limit,
            ImportsOf imports,
            Locale locale) {
        Parameters.within(0, Integer.MAX_VALUE, "after", after);
        int size = Parameters.within(1, LARGEST_PAGE, "limit", limit);
        Import known = imports.find(id).orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception);
        if (known.progress().deleted().outcomes() != null) {
            throw ProblemType.RESULTS_GONE.exception();
        }
        int headerRow = known.file().reading().headerRow();
        RowFilter filter = new RowFilter(outcome, activity, search);
        List<RowEntry> page = pages.page(id, filter, after, size);
        Integer next = page.size() < size ? null : page.get(size - 1).row();
        OutcomeMessages messages = OutcomeMessages.in(locale.toLanguageTag());
        return new Page(
                page.stream().map(row -> RowJson.of(row, headerRow, messages)).toList(), next);
    }

    /**
     * A page of rows.
     *
     * @param next what to pass as {@code after} for the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RowJson> rows, @Nullable Integer next) {}

    /**
     * One row.
     *
     * @param row 1 for the first row after the header
     * @param spreadsheetRow the row as a spreadsheet numbers it; the header is usually 1
     * @param username as the file has it, like the reference and the email choice; absent where it
     *     has none
     * @param learner the name of the person when the row was processed; absent where unknown
     * @param activityTitle likewise of the activity
     * @param activityId by which rows of the same activity can be asked for
     * @param details what there is to say besides the code, as data
     * @param message the same in words, in the language of the request
     * @param line the line of the file on which the row begins; absent where it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowJson(
            int row,
            int spreadsheetRow,
            @Nullable Long line,
            @Nullable String username,
            @Nullable String learner,
            @Nullable String activityReference,
            @Nullable String activityTitle,
            @Nullable String activityId,
            @Nullable String sendEmail,
            OutcomeCode code,
            List<Detail> details,
            String message,
            @Nullable OutcomeCode changedFrom) {

        static RowJson of(RowEntry entry, int headerRow, OutcomeMessages messages) {
            RecordedOutcome recorded = entry.recorded();
            RowContent content = entry.content();
            return new RowJson(
                    recorded.row(),
                    recorded.row() + headerRow,
                    recorded.line() == 0 ? null : recorded.line(),
                    content.username(),
                    content.learner(),
                    content.activityReference(),
                    content.activity(),
                    entry.activityId(),
                    content.sendEmail(),
                    recorded.code(),
                    recorded.details(),
                    recorded.sentence(messages),
                    recorded.changedFrom());
        }
    }
}
