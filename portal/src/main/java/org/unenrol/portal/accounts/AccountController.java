package org.unenrol.portal.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.AccountAdministration.Result;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.AccountEntry;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.access.Sessions;
import org.unenrol.portal.credentials.AccountLinks;
import org.unenrol.portal.credentials.FormProblem;

/** One account: what it may do, whether it may sign in, and when it has. */
@Controller
class AccountController {

    private final AccountDirectory directory;
    private final AccountLinks links;
    private final AccountViews views;
    private final Sessions sessions;
    private final AccountTrail trail;

    AccountController(
            AccountDirectory directory,
            AccountLinks links,
            AccountViews views,
            Sessions sessions,
            AccountTrail trail) {
        this.directory = directory;
        this.links = links;
        this.views = views;
        this.sessions = sessions;
        this.trail = trail;
    }

    @GetMapping("/accounts/{id}")
    ModelAndView account(@PathVariable long id, ManagedAreas areas) {
        AccountEntry known = find(id, areas);
        return views.account(known, AccountForm.of(known), null);
    }

    @PostMapping("/accounts/{id}")
    ModelAndView change(
            @PathVariable long id, AccountForm form, ManagedAreas areas, RedirectAttributes next) {
        AccountEntry known = find(id, areas);
        AccountForm written = form.of(known.username());
        Optional<FormProblem> problem = written.problem();
        if (problem.isPresent()) {
            return views.account(known, written, problem.get());
        }
        return switch (trail.change(known, written)) {
            case DONE -> done(id, "changed", next);
            case LAST_GLOBAL_ADMINISTRATOR -> views.account(known, written, last("role"));
        };
    }

    /** Ends its sessions too. */
    @PostMapping("/accounts/{id}/disable")
    ModelAndView disable(
            @PathVariable long id,
            ManagedAreas areas,
            @AuthenticationPrincipal Administrator administrator,
            RedirectAttributes next) {
        AccountEntry known = find(id, areas);
        FormProblem problem = problemWithDisabling(known, administrator);
        if (problem != null) {
            return views.account(known, AccountForm.of(known), problem);
        }
        sessions.end(known.username());
        return done(id, "disabled", next);
    }

    private @Nullable FormProblem problemWithDisabling(
            AccountEntry known, Administrator administrator) {
        if (known.username().equals(administrator.getUsername())) {
            return FormProblem.of("disable", "portal.accounts.not-oneself");
        }
        return trail.disable(known) == Result.DONE ? null : last("disable");
    }

    private static FormProblem last(String field) {
        return FormProblem.of(field, "portal.accounts.last-administrator");
    }

    @PostMapping("/accounts/{id}/enable")
    ModelAndView enable(@PathVariable long id, ManagedAreas areas, RedirectAttributes next) {
        trail.enable(find(id, areas));
        return done(id, "enabled", next);
    }

    /** An invitation again, or a link to choose another password. */
    @PostMapping("/accounts/{id}/link")
    ModelAndView sendLink(@PathVariable long id, ManagedAreas areas, RedirectAttributes next) {
        AccountEntry known = find(id, areas);
        if (known.disabled()) {
            return done(id, null, next);
        }
        if (known.hasPassword()) {
            links.offerNewPassword(known);
            return done(id, "link-sent", next);
        }
        links.inviteAgain(known);
        return done(id, "invited", next);
    }

    private AccountEntry find(long id, ManagedAreas areas) {
        GlobalAdministrators.require(areas);
        return directory.find(id).orElseThrow(NotFoundException::new);
    }

    private static ModelAndView done(long id, @Nullable String done, RedirectAttributes next) {
        if (done != null) {
            next.addFlashAttribute("done", done);
        }
        return new ModelAndView("redirect:/accounts/" + id);
    }
}
