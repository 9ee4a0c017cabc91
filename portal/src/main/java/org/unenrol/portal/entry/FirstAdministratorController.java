package org.unenrol.portal.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.account.AccountDetails;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.Accounts;
import org.unenrol.account.FirstAdministrator;
import org.unenrol.account.OneTimeLink;
import org.unenrol.account.OneTimeLinks;
import org.unenrol.account.Role;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.credentials.PasswordChoice;
import org.unenrol.portal.credentials.PersonForm;

/** The page of the link in the console, on which the first Global administrator is made. */
@Controller
class FirstAdministratorController {

    private final FirstAdministrator first;
    private final OneTimeLinks links;
    private final AccountDirectory directory;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final AuditTrail trail;

    FirstAdministratorController(
            FirstAdministrator first,
            OneTimeLinks links,
            AccountDirectory directory,
            Accounts accounts,
            PasswordEncoder encoder,
            AuditTrail trail) {
        this.first = first;
        this.links = links;
        this.directory = directory;
        this.accounts = accounts;
        this.encoder = encoder;
        this.trail = trail;
    }

    @GetMapping("/first-administrator")
    ModelAndView beforeMaking(@RequestParam(defaultValue = "") String token) {
        return works(token) ? page(token, PersonForm.EMPTY, null) : VoidLink.page();
    }

    @PostMapping("/first-administrator")
    ModelAndView make(
            @RequestParam(defaultValue = "") String token,
            PersonForm person,
            PasswordChoice chosen) {
        if (!works(token)) {
            return VoidLink.page();
        }
        Optional<FormProblem> problem =
                person.problem()
                        .or(
                                () ->
                                        chosen.problem(
                                                List.of(
                                                        person.username(),
                                                        person.name(),
                                                        person.email())));
        if (problem.isPresent()) {
            return page(token, person, problem.get());
        }
        String encoded = requireNonNull(encoder.encode(chosen.password()));
        if (first.ifMissing(() -> make(token, person, encoded))) {
            return new ModelAndView("redirect:/sign-in?password-chosen");
        }
        return works(token)
                ? page(token, person, FormProblem.of("username", "portal.person.username-taken"))
                : VoidLink.page();
    }

    private boolean make(String token, PersonForm person, String encodedPassword) {
        if (links.use(token).isEmpty()
                || directory.add(person.username(), details(person), Set.of()).isEmpty()) {
            return false;
        }
        accounts.setPassword(person.username(), encodedPassword);
        links.makeVoid(null);
        trail.record(
                AuditEvent.of(AuditKind.ACCOUNT_ADDED)
                        .by(person.username())
                        .with(AuditDetail.ACCOUNT, person.username())
                        .with(AuditDetail.ROLE, Role.GLOBAL_ADMINISTRATOR));
        return true;
    }

    private static AccountDetails details(PersonForm person) {
        return new AccountDetails(
                person.name(),
                person.email(),
                Role.GLOBAL_ADMINISTRATOR,
                RequestLanguage.messages().language());
    }

    private boolean works(String token) {
        return links.look(token)
                        .filter(link -> link.kind() == OneTimeLink.Kind.FIRST_ADMINISTRATOR)
                        .isPresent()
                && first.isMissing();
    }

    private static ModelAndView page(
            String token, PersonForm person, @Nullable FormProblem problem) {
        ModelAndView page = new ModelAndView("entry/first-administrator");
        if (problem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page.addObject("token", token)
                .addObject("form", person)
                .addObject("problem", problem);
    }
}
