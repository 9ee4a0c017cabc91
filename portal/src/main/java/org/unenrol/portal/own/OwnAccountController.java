package org.unenrol.portal.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.AccountAdministration;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.RecoveryCodes;
import org.unenrol.account.factor.SecondFactors;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.access.Sessions;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.credentials.NewPasswords;
import org.unenrol.portal.credentials.PasswordChoice;
import org.unenrol.wording.Messages;

/** The account of whoever asks: password, language and sessions. */
@Controller
class OwnAccountController {

    private final AccountDirectory directory;
    private final AccountAdministration administration;
    private final OldPassword oldPassword;
    private final NewPasswords newPasswords;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final SecondFactors factors;
    private final RecoveryCodes codes;

    OwnAccountController(
            AccountDirectory directory,
            AccountAdministration administration,
            OldPassword oldPassword,
            NewPasswords newPasswords,
            Sessions sessions,
            SecondFactors factors,
            RecoveryCodes codes,
            AuditTrail trail) {
        this.directory = directory;
        this.administration = administration;
        this.oldPassword = oldPassword;
        this.newPasswords = newPasswords;
        this.sessions = sessions;
        this.trail = trail;
        this.factors = factors;
        this.codes = codes;
    }

    @GetMapping("/account")
    ModelAndView account(
            @AuthenticationPrincipal Administrator administrator, HttpServletRequest request) {
        return page(find(administrator), null, request);
    }

    /** Ends all other sessions, and gives this one another id. */
    @PostMapping("/account/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String old,
            PasswordChoice chosen,
            @AuthenticationPrincipal Administrator administrator,
            HttpServletRequest request,
            RedirectAttributes next) {
        AccountEntry known = find(administrator);
        Optional<FormProblem> problem =
                chosen.problem(NewPasswords.known(known))
                        .or(() -> oldPassword.problem(known.username(), old, request));
        if (problem.isPresent()) {
            return page(known, problem.get(), request);
        }
        newPasswords.set(known, chosen.password(), request.getSession().getId());
        request.changeSessionId();
        return done("password", next);
    }

    @PostMapping("/account/language")
    ModelAndView chooseLanguage(
            @RequestParam String language,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        if (!Messages.LANGUAGES.contains(language)) {
            throw new NotFoundException();
        }
        administration.setLanguage(administrator.getUsername(), language);
        return done("language", next);
    }

    @PostMapping("/account/sessions/end")
    ModelAndView endSession(
            @RequestParam String session,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        trail.record(AuditEvent.of(AuditKind.SESSIONS_ENDED));
        sessions.endOne(administrator.getUsername(), session);
        return done("session", next);
    }

    private AccountEntry find(Administrator administrator) {
        return directory.find(administrator.getUsername()).orElseThrow(NotFoundException::new);
    }

    private ModelAndView page(
            AccountEntry known, @Nullable FormProblem problem, HttpServletRequest request) {
        ModelAndView view = new ModelAndView("own/account");
        if (problem != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view.addObject("known", known)
                .addObject("problem", problem)
                .addObject("factors", factors.count(known.username()))
                .addObject("codes", codes.remaining(known.username()))
                .addObject("languages", Messages.LANGUAGES)
                .addObject("sessions", sessions.of(known.username(), request.getSession().getId()));
    }

    private static ModelAndView done(String done, RedirectAttributes next) {
        next.addFlashAttribute("done", done);
        return new ModelAndView("redirect:/account");
    }
}
