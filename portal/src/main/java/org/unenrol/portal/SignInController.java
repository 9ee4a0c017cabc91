package org.unenrol.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.portal.access.Administrator;

/** The page to sign in on, and the way from the front door to where the work begins. */
@Controller
class SignInController {

    private final Navigation navigation;
    private final Wording wording;

    SignInController(Navigation navigation, Wording wording) {
        this.navigation = navigation;
        this.wording = wording;
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + navigation.home();
    }

    /** Sends whoever comes back to it after signing in on to where the work begins. */
    @GetMapping("/sign-in")
    String signIn(
            @AuthenticationPrincipal @Nullable Administrator administrator,
            HttpServletRequest request) {
        return administrator != null && request.getQueryString() == null ? home() : "sign-in";
    }

    /** After too many failed tries. */
    @GetMapping(path = "/sign-in", params = "wait")
    String mustWait(@RequestParam int wait, Model model) {
        model.addAttribute("wait", wording.duration(Duration.ofSeconds(wait)));
        return "sign-in";
    }
}
