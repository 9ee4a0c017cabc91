package org.unenrol.portal.erasure;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.ledger.erasure.Erasures;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.UsernameKey;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;

/** Asks for erasures, and shows how far they are. */
@Controller
class ErasureController {

    private static final int SHOWN = 25;

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping("/erasures")
    String latest(ManagedAreas areas, Model model) {
        NotFoundException.unlessAll(areas);
        model.addAttribute("erasures", erasures.latest(SHOWN));
        return "erasures/list";
    }

    /** The username is typed twice: nothing brings back what is erased. */
    @PostMapping("/erasures")
    String begin(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String again,
            ManagedAreas areas,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        NotFoundException.unlessAll(areas);
        boolean confirmed =
                StringUtils.hasText(username)
                        && UsernameKey.of(username).equals(UsernameKey.of(again));
        if (confirmed) {
            erasures.begin(username, administrator.getUsername());
        }
        next.addFlashAttribute("begun", confirmed);
        return "redirect:/erasures";
    }
}
