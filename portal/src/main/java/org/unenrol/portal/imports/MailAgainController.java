package org.unenrol.portal.imports;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;

/** Sends emails of an import again that were given up, or perhaps delivered. */
@Controller
class MailAgainController {

    private final MailOutbox mails;

    MailAgainController(MailOutbox mails) {
        this.mails = mails;
    }

    /** A second press finds nothing left to send. */
    @PostMapping("/imports/{id}/emails")
    String sendAgain(
            @PathVariable UUID id,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        Import known = imports.find(id).orElseThrow(NotFoundException::new);
        next.addFlashAttribute(
                "sentAgain", mails.sendAgain(known.id(), administrator.getUsername()));
        return "redirect:/imports/" + id;
    }
}
