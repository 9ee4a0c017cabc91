package org.unenrol.portal.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.Activity;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.catalogue.CataloguePage;
import org.unenrol.platform.catalogue.CatalogueSearch;
import org.unenrol.portal.Slice;

/** The list of courses and sessions, with the ACTIONS section. */
@Controller
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue")
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) Activity.@Nullable Kind type,
            @RequestParam(defaultValue = "1") int page,
            ManagedAreas areas,
            Model model) {
        model.addAttribute("search", search);
        model.addAttribute("type", type);
        CataloguePage found = catalogue.search(areas, new CatalogueSearch(search, type, page));
        model.addAttribute(
                "found", new Slice<>(found.items(), found.page(), found.page() < found.pages()));
        model.addAttribute("total", found.total());
        model.addAttribute("pages", found.pages());
        return "catalogue/list";
    }
}
