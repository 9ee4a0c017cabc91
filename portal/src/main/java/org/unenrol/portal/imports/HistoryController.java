package org.unenrol.portal.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.ledger.HistoryFilter;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.Submitter;
import org.unenrol.model.ImportState;
import org.unenrol.portal.Slice;
import org.unenrol.portal.Wording;

/** The history of imports, newest first: the own ones, or all administrators'. */
@Controller
class HistoryController {

    private static final int PAGE = 25;

    private final Wording wording;

    HistoryController(Wording wording) {
        this.wording = wording;
    }

    @GetMapping("/imports")
    String history(
            @RequestParam(required = false) @Nullable ImportState state,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Long after,
            ImportsOf imports,
            Model model) {
        HistoryFilter filter = new HistoryFilter(state, by.isEmpty() ? null : by, source);
        Slice<Import> found = Slice.first(PAGE, limit -> imports.page(filter, after, limit));
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
        model.addAttribute(
                "people", imports.areOfEverybody() ? imports.submitters() : List.<Submitter>of());
        return "imports/list";
    }
}
