package org.unenrol.portal.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.account.factor.AuthenticatorApps;
import org.unenrol.account.factor.Passkeys;
import org.unenrol.portal.Wording;
import org.unenrol.portal.access.PendingSignIns;

/** The page that asks for a second factor after the password. */
@Controller
class SecondFactorController {

    private final PendingSignIns pending;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final Wording wording;

    SecondFactorController(
            PendingSignIns pending, AuthenticatorApps apps, Passkeys passkeys, Wording wording) {
        this.pending = pending;
        this.apps = apps;
        this.passkeys = passkeys;
        this.wording = wording;
    }

    @GetMapping("/sign-in/second-factor")
    ModelAndView ask(@RequestParam @Nullable Integer wait, HttpServletRequest request) {
        return pending.find(request)
                .map(account -> page(account.username(), wait))
                .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
    }

    private ModelAndView page(String username, @Nullable Integer wait) {
        return new ModelAndView("factors/sign-in")
                .addObject("hasApp", apps.of(username).isPresent())
                .addObject("hasPasskey", !passkeys.of(username).isEmpty())
                .addObject(
                        "wait", wait == null ? null : wording.duration(Duration.ofSeconds(wait)));
    }
}
