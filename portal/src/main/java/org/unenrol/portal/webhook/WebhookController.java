package org.unenrol.portal.webhook;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.ledger.webhook.WebhookDelivery;
import org.unenrol.ledger.webhook.WebhookHistory;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Slice;
import org.unenrol.portal.Wording;
import org.unenrol.portal.access.Administrator;

/** The deliveries to all addresses, newest first. Only who manages everything sees them. */
@Controller
class WebhookController {

    private static final int PAGE = 25;

    private final WebhookHistory history;
    private final Wording wording;

    WebhookController(WebhookHistory history, Wording wording) {
        this.history = history;
        this.wording = wording;
    }

    @GetMapping("/webhooks")
    String deliveries(
            @RequestParam(required = false) @Nullable WebhookState state,
            @RequestParam(required = false) @Nullable Long after,
            ManagedAreas areas,
            Model model) {
        NotFoundException.unlessAll(areas);
        Slice<WebhookDelivery> found =
                Slice.first(PAGE, limit -> history.page(state, after, limit));
        model.addAttribute(
                "views", found.items().stream().map(one -> new WebhookView(one, wording)).toList());
        model.addAttribute("next", found.next(WebhookDelivery::id));
        model.addAttribute("state", state);
        model.addAttribute("after", after);
        model.addAttribute("states", WebhookState.values());
        return "webhooks/list";
    }

    /** A second press finds nothing left to send. */
    @PostMapping("/webhooks/{id}/send-again")
    String sendAgain(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable WebhookState state,
            ManagedAreas areas,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        NotFoundException.unlessAll(areas);
        next.addFlashAttribute("sentAgain", history.sendAgain(id, administrator.getUsername()));
        if (state != null) {
            next.addAttribute("state", state);
        }
        return "redirect:/webhooks";
    }
}
