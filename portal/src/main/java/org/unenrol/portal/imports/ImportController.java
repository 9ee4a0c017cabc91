package org.unenrol.portal.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.mail.MailReports;
import org.unenrol.ledger.outcome.RowEntry;
import org.unenrol.ledger.outcome.RowFilter;
import org.unenrol.ledger.outcome.RowPages;
import org.unenrol.model.OutcomeCode;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Slice;
import org.unenrol.portal.Wording;

/** The page of an import, and the part of it that is asked for again and again while it runs. */
@Controller
class ImportController {

    private static final int PAGE = 50;

    private final RowPages pages;
    private final MailReports mails;
    private final Wording wording;

    ImportController(RowPages pages, MailReports mails, Wording wording) {
        this.pages = pages;
        this.mails = mails;
        this.wording = wording;
    }

    @GetMapping("/imports/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable OutcomeCode outcome,
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int after,
            ImportsOf imports,
            Model model) {
        Import known = find(imports, id);
        RowFilter filter = new RowFilter(outcome, activity.isEmpty() ? null : activity, search);
        fill(known, filter, after, model);
        fillApplied(known, imports, model);
        return "imports/import";
    }

    /** While the import runs only its progress; then all of it, to take the whole page's place. */
    @GetMapping("/imports/{id}/progress")
    String progress(
            @PathVariable UUID id, ImportsOf imports, Model model, HttpServletResponse response) {
        Import known = find(imports, id);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!known.state().hasEnded()) {
            model.addAttribute("view", view(known));
            return "imports/import :: underWay";
        }
        response.setHeader("HX-Retarget", "#import");
        response.setHeader("HX-Reswap", "outerHTML");
        fill(known, RowFilter.ALL, 0, model);
        fillApplied(known, imports, model);
        model.addAttribute("justEnded", true);
        return "imports/import :: whole";
    }

    private void fill(Import known, RowFilter filter, int after, Model model) {
        model.addAttribute("view", view(known));
        model.addAttribute("filter", filter);
        if (known.state().hasEnded()) {
            Slice<RowEntry> rows =
                    Slice.first(PAGE, limit -> pages.page(known.id(), filter, after, limit));
            int headerRow = known.file().reading().headerRow();
            model.addAttribute(
                    "rows",
                    rows.items().stream()
                            .map(row -> new RowView(row, headerRow, wording))
                            .toList());
            model.addAttribute("next", rows.next(RowEntry::row));
            model.addAttribute("after", after);
            model.addAttribute(
                    "before",
                    after == 0 ? null : pages.pageBefore(known.id(), filter, after, PAGE));
            model.addAttribute(
                    "mails", new MailSummary(mails.of(known.id()), Instant.now(), wording));
        }
    }

    private static void fillApplied(Import known, ImportsOf imports, Model model) {
        model.addAttribute("applied", imports.latestApplying(known.id()).orElse(null));
        model.addAttribute("hasBeenApplied", imports.hasBeenApplied(known.id()));
        model.addAttribute("ofItsRows", imports.ofRowsOf(known.id()));
        UUID origin = known.origin();
        model.addAttribute("origin", origin == null ? null : imports.find(origin).orElse(null));
    }

    private ImportView view(Import known) {
        return new ImportView(known, wording, Instant.now());
    }

    private static Import find(ImportsOf imports, UUID id) throws NotFoundException {
        return imports.find(id).orElseThrow(NotFoundException::new);
    }
}
