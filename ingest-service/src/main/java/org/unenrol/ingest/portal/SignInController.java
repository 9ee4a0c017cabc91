package org.unenrol.ingest.portal;

import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on, and the way from the front door to where the work begins. */
@Controller
class SignInController {

    private final Wording wording;

    SignInController(Wording wording) {
        this.wording = wording;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/catalogue";
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }

    /** After too many failed tries. */
    @GetMapping(path = "/sign-in", params = "wait")
    String mustWait(@RequestParam int wait, Model model) {
        model.addAttribute("wait", wording.duration(Duration.ofSeconds(wait)));
        return "sign-in";
    }
}
