package org.unenrol.portal.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.OneTimeLink;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.portal.access.KnownBrowsers;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.credentials.NewPasswords;
import org.unenrol.portal.credentials.PasswordChoice;

/**
 * The page of a link by mail. To look at it does not use the link up: mail servers look at what
 * links lead to.
 */
@Controller
class ChoosePasswordController {

    private final OneTimeLinks links;
    private final AccountDirectory directory;
    private final NewPasswords newPasswords;
    private final KnownBrowsers browsers;
    private final TransactionOperations transaction;

    ChoosePasswordController(
            OneTimeLinks links,
            AccountDirectory directory,
            NewPasswords newPasswords,
            KnownBrowsers browsers,
            TransactionOperations transaction) {
        this.links = links;
        this.directory = directory;
        this.newPasswords = newPasswords;
        this.browsers = browsers;
        this.transaction = transaction;
    }

    @GetMapping("/choose-password")
    ModelAndView beforeChoosing(@RequestParam(defaultValue = "") String token) {
        return find(links.look(token))
                .map(account -> page(token, account))
                .orElseGet(VoidLink::page);
    }

    @PostMapping("/choose-password")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String token,
            PasswordChoice chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<AccountEntry> account = find(links.look(token));
        if (account.isEmpty()) {
            return VoidLink.page();
        }
        Optional<FormProblem> problem = chosen.problem(NewPasswords.known(account.get()));
        if (problem.isPresent()) {
            ModelAndView again = page(token, account.get()).addObject("problem", problem.get());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (!set(token, chosen.password())) {
            return VoidLink.page();
        }
        browsers.remember(account.get().username(), request, response);
        return new ModelAndView("redirect:/sign-in?password-chosen");
    }

    private boolean set(String token, String password) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status ->
                                find(links.use(token))
                                        .map(account -> set(account, password))
                                        .orElse(false)));
    }

    private boolean set(AccountEntry account, String password) {
        newPasswords.set(account, password, null);
        return true;
    }

    private Optional<AccountEntry> find(Optional<OneTimeLink> link) {
        return link.map(OneTimeLink::username).flatMap(directory::find);
    }

    private static ModelAndView page(String token, AccountEntry account) {
        return new ModelAndView("entry/choose-password")
                .addObject("token", token)
                .addObject("username", account.username());
    }
}
