package org.unenrol.standalone.mailbox;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.infrastructure.ReceivedMail;

/** The mails as pages and as JSON, newest first. */
@Controller
class MailboxController {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
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
    String one(@PathVariable String id, Model model) {
        ReceivedMail mail =
                mailbox.message(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        model.addAttribute(
                "links",
                LINK.matcher(mail.text()).results().map(MatchResult::group).distinct().toList());
        return "mailbox/message";
    }
}
