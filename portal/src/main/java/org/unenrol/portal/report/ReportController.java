package org.unenrol.portal.report;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecord;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.platform.report.Tallies;
import org.unenrol.portal.EndingImports;
import org.unenrol.portal.Slice;

/** The reports by item and by learner, and the records that either leads to. */
@Controller
class ReportController {

    private static final int PAGE = 50;

    private final Tallies tallies;
    private final LearningRecords records;

    ReportController(Tallies tallies, LearningRecords records) {
        this.tallies = tallies;
        this.records = records;
    }

    @GetMapping("/reports")
    String byItem(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            ManagedAreas areas,
            Model model) {
        model.addAttribute("kind", "items");
        fill(
                Slice.page(
                        page,
                        PAGE,
                        (offset, limit) -> tallies.byActivity(areas, search, offset, limit)),
                search,
                model);
        return "reports/tallies";
    }

    @GetMapping("/reports/learners")
    String byLearner(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            ManagedAreas areas,
            Model model) {
        model.addAttribute("kind", "learners");
        fill(
                Slice.page(
                        page,
                        PAGE,
                        (offset, limit) -> tallies.byLearner(areas, search, offset, limit)),
                search,
                model);
        return "reports/tallies";
    }

    @GetMapping("/reports/records")
    String records(
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(required = false) @Nullable Long learner,
            @RequestParam(required = false) @Nullable EnrolmentState state,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            ManagedAreas areas,
            ImportsOf imports,
            Model model) {
        RecordFilter filter = new RecordFilter(item, learner, state, search);
        model.addAttribute("filter", filter);
        Slice<LearningRecord> found =
                Slice.page(
                        page, PAGE, (offset, limit) -> records.some(areas, filter, offset, limit));
        model.addAttribute("visible", EndingImports.visible(found, imports));
        fill(found, search, model);
        return "reports/records";
    }

    private static void fill(Slice<?> found, String search, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("search", search);
    }
}
