package org.unenrol.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.access.FurtherSignIn;
import org.unenrol.portal.access.PasskeyAddress;
import org.unenrol.portal.access.SignInRefusal;

/** The page to sign in on, and the way from the front door to where the work begins. */
@Controller
class SignInController {

    private final Navigation navigation;
    private final Wording wording;
    private final List<FurtherSignIn> further;
    private final PasskeyAddress passkeys;

    SignInController(
            Navigation navigation,
            Wording wording,
            List<FurtherSignIn> further,
            PasskeyAddress passkeys) {
        this.navigation = navigation;
        this.wording = wording;
        this.further = further;
        this.passkeys = passkeys;
    }

    @ModelAttribute("choices")
    List<FurtherSignIn.Choice> choices() {
        return further.stream().flatMap(signIn -> signIn.choices().stream()).toList();
    }

    @ModelAttribute("passkeysArePossible")
    boolean passkeysArePossible() {
        return passkeys.isFit();
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

    /** After another system has not signed somebody in. */
    @GetMapping(path = "/sign-in", params = "refused")
    String refused(@RequestParam String refused, Model model) {
        SignInRefusal.of(refused)
                .ifPresent(refusal -> model.addAttribute("refusal", refusal.name()));
        return "sign-in";
    }

    /** After too many failed tries. */
    @GetMapping(path = "/sign-in", params = "wait")
    String mustWait(@RequestParam int wait, Model model) {
        model.addAttribute("wait", wording.duration(Duration.ofSeconds(wait)));
        return "sign-in";
    }
}
