package org.unenrol.portal.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.factor.RecoveryCodes;
import org.unenrol.account.factor.SecondFactors;
import org.unenrol.portal.access.SecondFactorSettings;
import org.unenrol.portal.access.Sessions;
import org.unenrol.portal.credentials.FactorMails;

/**
 * All that goes with a change of somebody's own second factors: recovery codes, a mail, and the end
 * of all other sessions.
 */
@Component
public class FactorChanges {

    private final SecondFactors factors;
    private final RecoveryCodes codes;
    private final FactorMails mails;
    private final Sessions sessions;
    private final SecondFactorSettings settings;
    private final TransactionOperations transaction;

    FactorChanges(
            SecondFactors factors,
            RecoveryCodes codes,
            FactorMails mails,
            Sessions sessions,
            SecondFactorSettings settings,
            TransactionOperations transaction) {
        this.factors = factors;
        this.codes = codes;
        this.mails = mails;
        this.sessions = sessions;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** After a factor has been added; the recovery codes that come with the first. */
    public List<String> added(AccountEntry known, HttpServletRequest request) {
        mails.added(known);
        endOtherSessions(known, request);
        return codes.remaining(known.username()) == 0
                ? codes.makeAnew(known.username())
                : List.of();
    }

    /**
     * Removes a factor, if it may go; with the last the recovery codes go too.
     *
     * @param removal tells whether there was anything to remove
     */
    public Optional<Refusal> remove(
            AccountEntry known, Removal removal, HttpServletRequest request) {
        String username = known.username();
        if (settings.isCompulsory() && factors.count(username) <= 1) {
            return Optional.of(Refusal.LAST_FACTOR);
        }
        transaction.executeWithoutResult(
                status -> {
                    if (removal.from(username)) {
                        mails.removed(known);
                    }
                    if (!factors.has(username)) {
                        factors.removeAll(username);
                    }
                });
        endOtherSessions(known, request);
        return Optional.empty();
    }

    private void endOtherSessions(AccountEntry known, HttpServletRequest request) {
        sessions.endOthers(known.username(), request.getSession().getId());
    }

    /** The removal of one factor. */
    @FunctionalInterface
    public interface Removal {

        /** Removes it; false where it was not there. */
        boolean from(String username);
    }

    /** A reason for which a factor stays. */
    public enum Refusal {
        /** A second factor is compulsory, and this is the only one. */
        LAST_FACTOR
    }
}
