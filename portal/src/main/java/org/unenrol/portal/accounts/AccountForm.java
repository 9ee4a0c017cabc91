package org.unenrol.portal.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.account.AccountDetails;
import org.unenrol.account.AccountEntry;
import org.unenrol.account.Role;
import org.unenrol.portal.credentials.FormProblem;
import org.unenrol.portal.credentials.PersonForm;
import org.unenrol.wording.Messages;

/**
 * An account as a form describes it.
 *
 * @param areas those that are ticked
 * @param areaLines one to a line, where the platform does not tell which there are
 */
record AccountForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String email,
        @Nullable Role role,
        @Nullable String language,
        @Nullable List<String> areas,
        @Nullable String areaLines) {

    private static final int LONGEST_AREA = 200;

    static AccountForm empty(String language) {
        return new AccountForm("", "", "", Role.CONTENT_ADMINISTRATOR, language, List.of(), "");
    }

    static AccountForm of(AccountEntry known) {
        return new AccountForm(
                known.username(),
                known.name(),
                known.email(),
                known.role(),
                known.language(),
                known.areas(),
                String.join("\n", known.areas()));
    }

    /** With the username that the account has, which cannot be changed. */
    AccountForm of(String fixed) {
        return new AccountForm(fixed, name, email, role, language, areas, areaLines);
    }

    PersonForm person() {
        return new PersonForm(text(username), text(name), text(email));
    }

    Optional<FormProblem> problem() {
        return person().problem()
                .or(
                        () ->
                                areaSet().stream().anyMatch(area -> area.length() > LONGEST_AREA)
                                        ? Optional.of(
                                                FormProblem.of(
                                                        "areas", "portal.accounts.area-too-long"))
                                        : Optional.empty());
    }

    AccountDetails details() {
        PersonForm person = person();
        return new AccountDetails(
                person.name(),
                person.email(),
                role == null ? Role.NONE : role,
                Messages.LANGUAGES.contains(text(language)) ? language : null);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    Set<String> areaSet() {
        Stream<String> ticked = areas == null ? Stream.of() : areas.stream();
        Stream<String> written = areaLines == null ? Stream.of() : areaLines.lines();
        return Stream.concat(ticked, written)
                .map(area -> area.replace("\0", "").strip())
                .filter(area -> !area.isEmpty())
                .collect(Collectors.toSet());
    }
}
