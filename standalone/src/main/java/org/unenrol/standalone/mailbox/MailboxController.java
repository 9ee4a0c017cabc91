package org.unenrol.standalone.mailbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.infrastructure.ReceivedMail;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.wording.Messages;

/** The mails as pages and as JSON, newest first. */
@Controller
class MailboxController {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    /** A link in a mail takes the place of the page, not of the mail within it. */
    private static final String OPENING_LINKS = "<base target=\"_top\">";

    private static final String MAILS_HAVE_STYLES =
            "default-src 'none'; object-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self';"
                    + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The words of the pages, in the language of the request. */
    @ModelAttribute("words")
    Messages words(Locale locale) {
        return Messages.in(locale.toLanguageTag());
    }

    /** Mails have links that let people in: they are for who may let people in anyway. */
    @ModelAttribute
    void begin(ManagedAreas areas, HttpServletResponse response) {
        NotFoundException.unlessAll(areas);
        response.setHeader("Content-Security-Policy", MAILS_HAVE_STYLES);
    }

    @GetMapping("/mailbox")
    String list(Model model) {
        model.addAttribute("mails", mailbox.messages());
        return "mailbox/list";
    }

    @GetMapping("/mailbox/messages")
    @ResponseBody
    List<ReceivedMail> messages() {
        return mailbox.messages();
    }

    @GetMapping("/mailbox/messages/{id}")
    ModelAndView one(@PathVariable String id) {
        return mailbox.message(id).map(MailboxController::page).orElseGet(MailboxController::none);
    }

    private static ModelAndView page(ReceivedMail mail) {
        return new ModelAndView("mailbox/message")
                .addObject("mail", mail)
                .addObject("html", mail.html().isBlank() ? null : OPENING_LINKS + mail.html())
                .addObject(
                        "links",
                        LINK.matcher(mail.text())
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .toList());
    }

    private static ModelAndView none() {
        ModelAndView none = new ModelAndView("mailbox/none");
        none.setStatus(HttpStatus.NOT_FOUND);
        return none;
    }
}
