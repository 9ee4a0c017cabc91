package org.unenrol.portal.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.AppOffer;
import org.unenrol.account.factor.AuthenticatorApps;
import org.unenrol.account.factor.Passkeys;
import org.unenrol.account.factor.RecoveryCodes;
import org.unenrol.portal.access.ConfirmedIdentity;
import org.unenrol.portal.access.PasskeyAddress;
import org.unenrol.portal.access.SecondFactorSettings;
import org.unenrol.portal.credentials.FormProblem;

/** The pages of somebody's own second factors. */
@Component
public class FactorViews {

    private static final int FEW_CODES = 3;
    private static final String ISSUER = "Unenrol";

    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final ConfirmedIdentity identity;
    private final SecondFactorSettings settings;
    private final PasskeyAddress address;

    FactorViews(
            AuthenticatorApps apps,
            Passkeys passkeys,
            RecoveryCodes codes,
            ConfirmedIdentity identity,
            SecondFactorSettings settings,
            PasskeyAddress address) {
        this.apps = apps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.identity = identity;
        this.settings = settings;
        this.address = address;
    }

    ModelAndView all(
            AccountEntry known, @Nullable FormProblem problem, HttpServletRequest request) {
        String username = known.username();
        int remaining = codes.remaining(username);
        return with("factors/own", problem)
                .addObject("known", known)
                .addObject("app", apps.of(username).orElse(null))
                .addObject("appsArePossible", apps.arePossible())
                .addObject("passkeys", passkeys.of(username))
                .addObject("passkeysArePossible", address.isFit())
                .addObject("codes", remaining)
                .addObject("fewCodes", remaining <= FEW_CODES)
                .addObject("confirmed", identity.isConfirmed(username, request))
                .addObject("compulsory", settings.isCompulsory());
    }

    /** After the last factor was to be removed where everybody needs one. */
    public ModelAndView lastOne(AccountEntry known, HttpServletRequest request) {
        return all(known, FormProblem.of("factors", "portal.factors.last"), request);
    }

    ModelAndView app(String username, AppOffer offer, @Nullable FormProblem problem) {
        return with("factors/app", problem)
                .addObject("secret", offer.secret().replaceAll("(.{4})(?=.)", "$1 "))
                .addObject("picture", QrPicture.of(offer.address(ISSUER, username)));
    }

    /** The only page that ever shows these codes. */
    public ModelAndView codes(List<String> made) {
        return new ModelAndView("factors/codes").addObject("codes", made);
    }

    private static ModelAndView with(String page, @Nullable FormProblem problem) {
        ModelAndView view = new ModelAndView(page).addObject("problem", problem);
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
