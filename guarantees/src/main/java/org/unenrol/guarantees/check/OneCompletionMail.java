package org.unenrol.guarantees.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.ImportEvidence.Mail;

/**
 * One completion mail for each import, never before its results can be read. Any mail comes twice
 * only where a fault fell between the server's acceptance and our mark, and then as the same
 * message; and not for ever where no answer comes.
 */
final class OneCompletionMail implements Invariant {

    private static final int MOST_WITHOUT_AN_ANSWER = 3;

    @Override
    public String name() {
        return "I6 mail";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.imports().stream().flatMap(one -> violations(one, evidence));
    }

    private static Stream<String> violations(ImportEvidence one, Evidence evidence) {
        Map<Integer, List<Mail>> byRow =
                one.mails().stream()
                        .sorted(Comparator.comparing(Mail::accepted))
                        .collect(Collectors.groupingBy(Mail::row));
        Stream.Builder<String> found = Stream.builder();
        if (!byRow.containsKey(0)) {
            found.add(one.id() + " has no completion mail");
        }
        byRow.getOrDefault(0, List.of()).stream()
                .filter(Mail::beforeResults)
                .forEach(mail -> found.add(one.id() + " was mailed before its results were there"));
        byRow.values().forEach(copies -> addUnexcused(one, copies, evidence, found));
        return found.build();
    }

    private static void addUnexcused(
            ImportEvidence one, List<Mail> copies, Evidence evidence, Stream.Builder<String> to) {
        if (copies.stream().filter(Mail::answerLost).count() > MOST_WITHOUT_AN_ANSWER) {
            to.add(
                    "%s row %d was mailed %d times, as no answer came"
                            .formatted(one.id(), copies.get(0).row(), copies.size()));
        }
        for (int i = 1; i < copies.size(); i++) {
            Mail earlier = copies.get(i - 1);
            Mail later = copies.get(i);
            if (!earlier.messageId().equals(later.messageId())
                    || !earlier.date().equals(later.date())) {
                to.add(one.id() + " row " + later.row() + " has two different mails");
            } else if (!earlier.answerLost() && !isExcused(earlier, later, evidence)) {
                to.add(
                        one.id()
                                + " row "
                                + later.row()
                                + " was mailed twice, with no fault between");
            }
        }
    }

    private static boolean isExcused(Mail earlier, Mail later, Evidence evidence) {
        return evidence.faults().stream()
                .filter(fault -> fault.kind().matches("(NOTIFIER|DATABASE|SMTP).*"))
                .anyMatch(
                        fault ->
                                fault.overlaps(
                                        earlier.accepted().minusSeconds(2), later.accepted()));
    }
}
