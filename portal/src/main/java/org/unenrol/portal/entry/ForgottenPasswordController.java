package org.unenrol.portal.entry;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for those who have forgotten a password. It never tells whether there is an account. */
@Controller
class ForgottenPasswordController {

    private final ForgottenPasswords forgotten;

    ForgottenPasswordController(ForgottenPasswords forgotten) {
        this.forgotten = forgotten;
    }

    @GetMapping("/forgotten-password")
    String beforeAsking() {
        return "entry/forgotten-password";
    }

    @PostMapping("/forgotten-password")
    String ask(@RequestParam(defaultValue = "") String person) {
        forgotten.ask(person);
        return "redirect:/forgotten-password?asked";
    }
}
