package org.unenrol.guarantees.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of the judge.
 *
 * @param findings by guarantee; a guarantee that holds has an empty list
 * @param rows how many rows were judged
 */
public record Judgement(
        Map<String, List<String>> findings, int imports, long rows, long mails, int faults) {

    private static final List<Invariant> INVARIANTS =
            List.of(
                    new CompleteOutcomes(),
                    new SingleEnding(),
                    new AgreeingOutcomes(),
                    new PureVerification(),
                    new FaithfulResults(),
                    new OneCompletionMail(),
                    new TimelyEnd(),
                    new NoFlood(),
                    new KeptPromises(),
                    new UntouchedCompletion(),
                    new RightLearnerMails(),
                    new GivenBack(),
                    new NobodyForged(),
                    new AnsweredRequests());

    private static final int SHOWN = 5;

    static Judgement on(Evidence evidence) {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        for (Invariant invariant : INVARIANTS) {
            findings.put(invariant.name(), invariant.violations(evidence).toList());
        }
        return new Judgement(
                findings,
                evidence.imports().size(),
                evidence.imports().stream().mapToLong(one -> one.outcomes().size()).sum(),
                evidence.imports().stream().mapToLong(one -> one.mails().size()).sum(),
                evidence.faults().size());
    }

    /** The guarantees that were broken. */
    public List<String> broken() {
        return findings.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** For people: each guarantee, and the first of what contradicts it. */
    public String inWords() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%,d imports, %,d rows, %,d mails, %,d faults"
                        .formatted(imports, rows, mails, faults));
        findings.forEach(
                (name, found) -> {
                    lines.add(
                            "%-24s %s"
                                    .formatted(
                                            name,
                                            found.isEmpty()
                                                    ? "holds"
                                                    : found.size() + " findings"));
                    found.stream().limit(SHOWN).forEach(one -> lines.add("    " + one));
                });
        return String.join("\n", lines);
    }
}
