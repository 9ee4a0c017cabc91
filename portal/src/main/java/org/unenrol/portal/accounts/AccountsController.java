package org.unenrol.portal.accounts;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.AccountDirectory;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.portal.Slice;
import org.unenrol.portal.credentials.AccountLinks;
import org.unenrol.portal.credentials.FormProblem;

/** The list of accounts, and the invitation of somebody new. */
@Controller
class AccountsController {

    private static final int PAGE = 50;

    private final AccountDirectory directory;
    private final AccountLinks links;
    private final AccountViews views;

    AccountsController(AccountDirectory directory, AccountLinks links, AccountViews views) {
        this.directory = directory;
        this.links = links;
        this.views = views;
    }

    @GetMapping("/accounts")
    String accounts(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            ManagedAreas areas,
            Model model) {
        GlobalAdministrators.require(areas);
        model.addAttribute("search", search);
        model.addAttribute(
                "slice",
                Slice.page(page, PAGE, (offset, limit) -> directory.search(search, offset, limit)));
        return "accounts/list";
    }

    @GetMapping("/accounts/new")
    ModelAndView beforeInviting(ManagedAreas areas) {
        GlobalAdministrators.require(areas);
        String language = RequestLanguage.messages().language();
        return views.invitation(AccountForm.empty(language), null);
    }

    @PostMapping("/accounts")
    ModelAndView invite(AccountForm form, ManagedAreas areas, RedirectAttributes next) {
        GlobalAdministrators.require(areas);
        Optional<FormProblem> problem = form.problem();
        if (problem.isPresent()) {
            return views.invitation(form, problem.get());
        }
        Optional<Long> added =
                links.invite(form.person().username(), form.details(), form.areaSet());
        if (added.isEmpty()) {
            return views.invitation(
                    form, FormProblem.of("username", "portal.person.username-taken"));
        }
        next.addFlashAttribute("done", "invited");
        return new ModelAndView("redirect:/accounts/" + added.get());
    }
}
