package org.unenrol.guarantees.check;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Mail;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/**
 * No record that the product did not write changes the platform, an outcome, results or a mail.
 * Forgeries are known by an import that nobody has submitted, by rows that no file has, and by
 * words that no file has.
 */
final class NobodyForged implements Invariant {

    private static final String INVENTED = "f04ed000-";
    private static final String WORD = "forged";
    private static final String STRANGERS = "@forged.example";

    @Override
    public String name() {
        return "I12 nobody forged";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, ImportEvidence> byId =
                evidence.imports().stream()
                        .collect(Collectors.toMap(ImportEvidence::id, Function.identity()));
        Stream<String> endings =
                evidence.changes().stream()
                        .map(Evidence.Change::mark)
                        .filter(mark -> mark != null && isForged(mark, byId))
                        .map(mark -> mark + " is of no row that anybody has submitted");
        return Stream.concat(
                endings, evidence.imports().stream().flatMap(NobodyForged::violations));
    }

    private static boolean isForged(Mark mark, Map<String, ImportEvidence> byId) {
        ImportEvidence one = byId.get(mark.importId());
        if (one == null) {
            return mark.importId().startsWith(INVENTED);
        }
        int rows = one.submitted().expected().size();
        return rows > 0 && mark.row() > rows;
    }

    private static Stream<String> violations(ImportEvidence one) {
        Stream<String> outcomes =
                one.outcomes().stream()
                        .filter(outcome -> outcome.details().contains(WORD))
                        .map(Outcome::row)
                        .map(row -> "%s row %d has a forged outcome".formatted(one.id(), row));
        Stream<String> mails =
                one.mails().stream()
                        .map(Mail::recipient)
                        .filter(recipient -> recipient.endsWith(STRANGERS))
                        .map(recipient -> "%s has mailed %s".formatted(one.id(), recipient));
        Stream<String> results =
                Stream.ofNullable(one.results())
                        .filter(
                                file ->
                                        new String(file, StandardCharsets.ISO_8859_1)
                                                .contains(WORD))
                        .map(file -> one.id() + " has forged results");
        return Stream.of(outcomes, mails, results).flatMap(Function.identity());
    }
}
