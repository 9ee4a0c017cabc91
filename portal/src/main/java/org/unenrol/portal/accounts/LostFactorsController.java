package org.unenrol.portal.accounts;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.AccountDirectory;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.SecondFactors;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.Sessions;
import org.unenrol.portal.credentials.FactorMails;

/** The way out for somebody who has lost all second factors and the recovery codes. */
@Controller
class LostFactorsController {

    private final AccountDirectory directory;
    private final SecondFactors factors;
    private final FactorMails mails;
    private final Sessions sessions;
    private final TransactionOperations transaction;

    LostFactorsController(
            AccountDirectory directory,
            SecondFactors factors,
            FactorMails mails,
            Sessions sessions,
            TransactionOperations transaction) {
        this.directory = directory;
        this.factors = factors;
        this.mails = mails;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** Ends all sessions of the account too. */
    @PostMapping("/accounts/{id}/second-factor/remove")
    String remove(@PathVariable long id, ManagedAreas areas, RedirectAttributes next) {
        GlobalAdministrators.require(areas);
        AccountEntry known = directory.find(id).orElseThrow(NotFoundException::new);
        if (factors.has(known.username())) {
            transaction.executeWithoutResult(
                    status -> {
                        factors.removeAll(known.username());
                        mails.removed(known);
                    });
            sessions.end(known.username());
            next.addFlashAttribute("done", "factors-removed");
        }
        return "redirect:/accounts/" + id;
    }
}
