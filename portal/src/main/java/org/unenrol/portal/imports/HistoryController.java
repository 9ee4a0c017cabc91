package org.unenrol.portal.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.ledger.HistoryFilter;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.model.ImportState;
import org.unenrol.portal.Slice;
import org.unenrol.portal.Wording;

/** The history of all administrators' imports, newest first. */
@Controller
class HistoryController {

    private static final int PAGE = 25;

    private final ImportHistory history;
    private final Wording wording;

    HistoryController(ImportHistory history, Wording wording) {
        this.history = history;
        this.wording = wording;
    }

    @GetMapping("/imports")
    String history(
            @RequestParam(required = false) @Nullable ImportState state,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        HistoryFilter filter = new HistoryFilter(state, by.isEmpty() ? null : by, source);
        Slice<Import> found = Slice.first(PAGE, limit -> history.page(filter, after, limit));
        Instant now = Instant.now();
        model.addAttribute(
                "views",
                found.items().stream().map(one -> new ImportView(one, wording, now)).toList());
        model.addAttribute("next", found.next(Import::sequence));
        model.addAttribute("state", state);
        model.addAttribute("by", by);
        model.addAttribute("source", source);
        model.addAttribute("after", after);
        model.addAttribute("states", ImportState.values());
        model.addAttribute("people", history.submitters());
        return "imports/list";
    }
}
