package org.unenrol.ingest.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to sign in on, and the way from the front door to where the work begins. */
@Controller
class SignInController {

    @GetMapping("/")
    String home() {
        return "redirect:/catalogue";
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }
}
