package org.unenrol.portal.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.platform.report.Tallies;
import org.unenrol.portal.PageNumber;

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
                tallies.byActivity(areas, search, PageNumber.offset(page, PAGE), PAGE + 1),
                search,
                page,
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
                tallies.byLearner(areas, search, PageNumber.offset(page, PAGE), PAGE + 1),
                search,
                page,
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
            Model model) {
        RecordFilter filter = new RecordFilter(item, learner, state, search);
        model.addAttribute("filter", filter);
        fill(
                records.some(areas, filter, PageNumber.offset(page, PAGE), PAGE + 1),
                search,
                page,
                model);
        return "reports/records";
    }

    private static void fill(List<?> found, String search, int page, Model model) {
        model.addAttribute("found", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("hasMore", found.size() > PAGE);
        model.addAttribute("search", search);
        model.addAttribute("page", PageNumber.within(page, PAGE));
    }
}
