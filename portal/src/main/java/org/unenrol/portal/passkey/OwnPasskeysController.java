package org.unenrol.portal.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.Passkeys;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.access.PasskeyAddress;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.factor.FactorChanges;
import org.unenrol.portal.factor.FactorViews;
import org.unenrol.portal.factor.OwnFactors;

/** The passkeys of whoever asks. */
@Controller
class OwnPasskeysController {

    private static final String PASSKEYS = OwnFactors.PAGE + "/passkeys";
    private static final String OFFER = "org.unenrol.passkey-offer";
    private static final int LONGEST_NAME = 100;

    private final OwnFactors own;
    private final Passkeys passkeys;
    private final PasskeyAddress address;
    private final NewPasskey newPasskey;
    private final FactorChanges changes;
    private final FactorViews views;

    OwnPasskeysController(
            OwnFactors own,
            Passkeys passkeys,
            PasskeyAddress address,
            NewPasskey newPasskey,
            FactorChanges changes,
            FactorViews views) {
        this.own = own;
        this.passkeys = passkeys;
        this.address = address;
        this.newPasskey = newPasskey;
        this.changes = changes;
        this.views = views;
    }

    @PostMapping(PASSKEYS)
    ModelAndView offer(
            Authentication who,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request) {
        own.findToChange(administrator, request);
        if (!address.isFit()) {
            throw new NotFoundException();
        }
        PublicKeyCredentialCreationOptions offer = newPasskey.offer(who);
        request.getSession().setAttribute(OFFER, offer.getChallenge().toBase64UrlString());
        return page(offer, "", null);
    }

    @PostMapping(PASSKEYS + "/credential")
    ModelAndView add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String name,
            Authentication who,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request,
            RedirectAttributes next) {
        AccountEntry known = own.findToChange(administrator, request);
        HttpSession session = request.getSession();
        if (!(session.getAttribute(OFFER) instanceof String challenge)) {
            return new ModelAndView("redirect:" + OwnFactors.PAGE);
        }
        PublicKeyCredentialCreationOptions offer = newPasskey.offerAgain(who, challenge);
        FormProblem problem = problem(offer, credential, name.strip());
        if (problem != null) {
            return page(offer, name, problem);
        }
        session.removeAttribute(OFFER);
        List<String> made = changes.added(known, request);
        return made.isEmpty() ? done("passkey-added", next) : views.codes(made);
    }

    private @Nullable FormProblem problem(
            PublicKeyCredentialCreationOptions offer, String credential, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            return FormProblem.of("name", "portal.factors.passkeys.name-wrong");
        }
        return newPasskey.add(offer, credential, name)
                ? null
                : FormProblem.of("name", "portal.factors.passkeys.wrong");
    }

    @PostMapping(PASSKEYS + "/remove")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String passkey,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request,
            RedirectAttributes next) {
        AccountEntry known = own.findToChange(administrator, request);
        return changes.remove(known, owner -> passkeys.remove(owner, passkey), request)
                .map(refusal -> views.lastOne(known, request))
                .orElseGet(() -> done("removed", next));
    }

    private ModelAndView page(
            PublicKeyCredentialCreationOptions offer, String name, @Nullable FormProblem problem) {
        ModelAndView view = new ModelAndView("factors/passkey").addObject("problem", problem);
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view.addObject("options", newPasskey.json(offer)).addObject("name", name);
    }

    private static ModelAndView done(String done, RedirectAttributes next) {
        next.addFlashAttribute("done", done);
        return new ModelAndView("redirect:" + OwnFactors.PAGE);
    }
}
