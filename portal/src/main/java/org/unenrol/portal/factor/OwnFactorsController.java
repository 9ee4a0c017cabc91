package org.unenrol.portal.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.RecoveryCodes;
import org.unenrol.account.factor.SecondFactors;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.access.ConfirmedIdentity;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.own.OldPassword;

/** The second factors of whoever asks, all on one page. */
@Controller
class OwnFactorsController {

    private final OwnFactors own;
    private final OldPassword oldPassword;
    private final ConfirmedIdentity identity;
    private final SecondFactors factors;
    private final RecoveryCodes codes;
    private final FactorViews views;

    OwnFactorsController(
            OwnFactors own,
            OldPassword oldPassword,
            ConfirmedIdentity identity,
            SecondFactors factors,
            RecoveryCodes codes,
            FactorViews views) {
        this.own = own;
        this.oldPassword = oldPassword;
        this.identity = identity;
        this.factors = factors;
        this.codes = codes;
        this.views = views;
    }

    @GetMapping(OwnFactors.PAGE)
    ModelAndView all(
            @AuthenticationPrincipal Administrator administrator, HttpServletRequest request) {
        return views.all(own.find(administrator), null, request);
    }

    /** Gives a session another id, as it may do more from here on. */
    @PostMapping(OwnFactors.PAGE + "/confirm")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String old,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request) {
        AccountEntry known = own.find(administrator);
        Optional<FormProblem> problem = oldPassword.problem(known.username(), old, request);
        if (problem.isPresent()) {
            return views.all(known, problem.get(), request);
        }
        identity.confirm(request);
        request.changeSessionId();
        return new ModelAndView("redirect:" + OwnFactors.PAGE);
    }

    /** Those before them work no longer. */
    @PostMapping(OwnFactors.PAGE + "/recovery-codes")
    ModelAndView makeCodes(
            @AuthenticationPrincipal Administrator administrator, HttpServletRequest request) {
        AccountEntry known = own.findToChange(administrator, request);
        if (!factors.has(known.username())) {
            throw new NotFoundException();
        }
        return views.codes(codes.makeAnew(known.username()));
    }
}
