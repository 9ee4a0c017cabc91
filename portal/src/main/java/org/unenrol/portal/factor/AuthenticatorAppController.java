package org.unenrol.portal.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.AppOffer;
import org.unenrol.account.factor.AuthenticatorApps;
import org.unenrol.account.factor.SealedSecret;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.credentials.FormProblem;

/**
 * The authenticator app of whoever asks. Its secret waits in the session, sealed, until the app has
 * shown a right code.
 */
@Controller
class AuthenticatorAppController {

    private static final String APP = OwnFactors.PAGE + "/app";
    private static final String OFFER = "org.unenrol.app-offer";

    private final OwnFactors own;
    private final AuthenticatorApps apps;
    private final FactorChanges changes;
    private final FactorViews views;

    AuthenticatorAppController(
            OwnFactors own, AuthenticatorApps apps, FactorChanges changes, FactorViews views) {
        this.own = own;
        this.apps = apps;
        this.changes = changes;
        this.views = views;
    }

    @PostMapping(APP)
    ModelAndView offer(
            @AuthenticationPrincipal Administrator administrator, HttpServletRequest request) {
        AccountEntry known = own.findToChange(administrator, request);
        if (!apps.arePossible()) {
            throw new NotFoundException();
        }
        AppOffer offer = apps.offer(known.username());
        request.getSession().setAttribute(OFFER, offer.sealed());
        return views.app(known.username(), offer, null);
    }

    @PostMapping(APP + "/code")
    ModelAndView add(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request,
            RedirectAttributes next) {
        AccountEntry known = own.findToChange(administrator, request);
        HttpSession session = request.getSession();
        if (!(session.getAttribute(OFFER) instanceof SealedSecret offered)) {
            return new ModelAndView("redirect:" + OwnFactors.PAGE);
        }
        if (!apps.add(known.username(), offered, code.replaceAll("\\s", ""))) {
            return again(known.username(), offered);
        }
        session.removeAttribute(OFFER);
        List<String> made = changes.added(known, request);
        return made.isEmpty() ? done("app-added", next) : views.codes(made);
    }

    private ModelAndView again(String username, SealedSecret offered) {
        Optional<AppOffer> offer = apps.offerAgain(username, offered);
        return offer.map(
                        one ->
                                views.app(
                                        username,
                                        one,
                                        FormProblem.of("code", "portal.factors.app.wrong")))
                .orElseGet(() -> new ModelAndView("redirect:" + OwnFactors.PAGE));
    }

    @PostMapping(APP + "/remove")
    ModelAndView remove(
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request,
            RedirectAttributes next) {
        AccountEntry known = own.findToChange(administrator, request);
        return changes.remove(known, apps::remove, request)
                .map(refusal -> views.lastOne(known, request))
                .orElseGet(() -> done("removed", next));
    }

    private static ModelAndView done(String done, RedirectAttributes next) {
        next.addFlashAttribute("done", done);
        return new ModelAndView("redirect:" + OwnFactors.PAGE);
    }
}
