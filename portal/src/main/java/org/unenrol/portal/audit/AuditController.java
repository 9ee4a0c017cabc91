package org.unenrol.portal.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.audit.AuditEntry;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditKind;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Slice;
import org.unenrol.portal.Wording;

/** The audit trail, newest first. Only who manages everything sees it. */
@Controller
class AuditController {

    private static final int PAGE = 50;

    private final AuditHistory history;
    private final Wording wording;

    AuditController(AuditHistory history, Wording wording) {
        this.history = history;
        this.wording = wording;
    }

    @GetMapping("/audit")
    ModelAndView entries(
            AuditSearch search,
            @RequestParam(required = false) @Nullable Long after,
            ManagedAreas areas) {
        NotFoundException.unlessAll(areas);
        String wrong = search.wrongField();
        ModelAndView page =
                new ModelAndView("audit/list")
                        .addObject("search", search)
                        .addObject("after", after)
                        .addObject("kinds", AuditKind.values())
                        .addObject("wrong", wrong)
                        .addObject("zone", wording.zone().getId());
        if (wrong != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("views", List.of());
        }
        Slice<AuditEntry> found =
                Slice.first(
                        PAGE, limit -> history.page(search.filter(wording.zone()), after, limit));
        return page.addObject("next", found.next(AuditEntry::id))
                .addObject(
                        "views",
                        found.items().stream().map(one -> new AuditView(one, wording)).toList());
    }
}
