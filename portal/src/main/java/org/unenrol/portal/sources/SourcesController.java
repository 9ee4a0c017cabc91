package org.unenrol.portal.sources;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.ledger.upstream.RequestHistory;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Slice;

/**
 * All sources, and one with its requests. Only who manages everything sees them: they ask in the
 * name of several accounts.
 */
@Controller
class SourcesController {

    private static final int PAGE = 50;

    private final ConfiguredSources sources;
    private final RequestHistory requests;

    SourcesController(ConfiguredSources sources, RequestHistory requests) {
        this.sources = sources;
        this.requests = requests;
    }

    @GetMapping("/sources")
    String all(ManagedAreas areas, Model model) {
        NotFoundException.unlessAll(areas);
        model.addAttribute("sources", sources.names().stream().map(this::view).toList());
        return "sources/list";
    }

    @GetMapping("/sources/{name}")
    String one(
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            ManagedAreas areas,
            Model model) {
        NotFoundException.unlessAll(areas);
        if (!sources.names().contains(name)) {
            throw new NotFoundException();
        }
        model.addAttribute("source", view(name));
        model.addAttribute(
                "slice",
                Slice.page(page, PAGE, (offset, limit) -> requests.of(name, offset, limit)));
        return "sources/source";
    }

    private SourceView view(String name) {
        return new SourceView(name, requests.summary(name), sources.unread(name));
    }
}
