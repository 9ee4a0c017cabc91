package org.unenrol.portal.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.Role;
import org.unenrol.account.SignInHistory;
import org.unenrol.account.factor.SecondFactors;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.wording.Messages;

/** The pages of an account, one that there is and one to be. */
@Component
class AccountViews {

    private static final int SIGN_INS = 50;

    private final SignInHistory signIns;
    private final PlatformAreas areas;
    private final SecondFactors factors;

    AccountViews(SignInHistory signIns, PlatformAreas areas, SecondFactors factors) {
        this.signIns = signIns;
        this.areas = areas;
        this.factors = factors;
    }

    ModelAndView invitation(AccountForm form, @Nullable FormProblem problem) {
        return with("accounts/new", form, problem);
    }

    ModelAndView account(AccountEntry known, AccountForm form, @Nullable FormProblem problem) {
        return with("accounts/account", form, problem)
                .addObject("known", known)
                .addObject("factors", factors.count(known.username()))
                .addObject("signIns", signIns.latest(known.id(), SIGN_INS));
    }

    private ModelAndView with(String page, AccountForm form, @Nullable FormProblem problem) {
        ModelAndView view = new ModelAndView(page);
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view.addObject("form", form)
                .addObject("problem", problem)
                .addObject("roles", Role.values())
                .addObject("languages", Messages.LANGUAGES)
                .addObject("areasAreTold", areas.areTold())
                .addObject("areas", areas.with(form.areaSet()))
                .addObject("granted", form.areaSet());
    }
}
