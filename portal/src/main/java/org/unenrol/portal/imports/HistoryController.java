package org.unenrol.portal.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long after,
            ImportsOf imports,
            Model model) {
        HistoryFilter filter =
                new HistoryFilter(
                        state,
                        by.isEmpty() ? null : by,
                        source,
                        search,
                        beginning(from),
                        to == null ? null : beginning(to.plusDays(1)));
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
        model.addAttribute("search", search);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("filtered", !filter.equals(HistoryFilter.ALL));
        model.addAttribute("states", ImportState.values());
        model.addAttribute(
                "people", imports.areOfEverybody() ? imports.submitters() : List.<Submitter>of());
        return "imports/list";
    }

    /** Of a day, in the zone in which times are shown. */
    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(wording.zone()).toInstant();
    }
}
