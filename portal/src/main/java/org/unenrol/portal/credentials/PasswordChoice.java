package org.unenrol.portal.credentials;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.unenrol.account.password.PasswordFault;
import org.unenrol.account.password.PasswordRules;

/** A password as somebody has chosen it, written twice. */
public record PasswordChoice(String password, String again) {

    public PasswordChoice {
        password = Objects.requireNonNullElse(password, "");
        again = Objects.requireNonNullElse(again, "");
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "PasswordChoice[]";
    }

    /** The first problem with it; known is what everybody knows of the person. */
    public Optional<FormProblem> problem(Collection<String> known) {
        Optional<PasswordFault> fault = PasswordRules.fault(password, known);
        if (fault.isPresent()) {
            return Optional.of(
                    FormProblem.of(
                            "password",
                            "portal.password.fault." + fault.get(),
                            PasswordRules.FEWEST,
                            PasswordRules.MOST_BYTES));
        }
        return PasswordRules.normalised(password).equals(PasswordRules.normalised(again))
                ? Optional.empty()
                : Optional.of(FormProblem.of("again", "portal.password.differs"));
    }
}
