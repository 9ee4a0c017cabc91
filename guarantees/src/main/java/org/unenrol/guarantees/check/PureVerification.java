package org.unenrol.guarantees.check;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Mode;

/**
 * A verify-only import leaves no trace in the platform and mails no learner; its outcomes are those
 * of the run that follows, if nothing comes between.
 */
final class PureVerification implements Invariant {

    @Override
    public String name() {
        return "I4 verify is pure";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, ImportEvidence> byId =
                evidence.imports().stream()
                        .collect(Collectors.toMap(ImportEvidence::id, Function.identity()));
        Stream<String> traces =
                evidence.changes().stream()
                        .map(Evidence.Change::mark)
                        .filter(mark -> mark != null && isVerification(byId.get(mark.importId())))
                        .map(mark -> traceOf(mark));
        Stream<String> mails =
                evidence.imports().stream()
                        .filter(PureVerification::isVerification)
                        .flatMap(one -> one.mails().stream())
                        .filter(mail -> mail.row() > 0)
                        .map(mail -> "a verify-only run has mailed the learner of " + mail.row());
        Stream<String> changed = evidence.imports().stream().flatMap(one -> changed(one, byId));
        return Stream.of(traces, mails, changed).flatMap(Function.identity());
    }

    private static String traceOf(Mark mark) {
        return mark + " was verified only, and has ended a period";
    }

    private static boolean isVerification(@Nullable ImportEvidence one) {
        return one != null && one.submitted().mode() == Mode.VERIFY_ONLY;
    }

    private static Stream<String> changed(
            ImportEvidence applied, Map<String, ImportEvidence> byId) {
        ImportEvidence verified = byId.get(applied.submitted().verified());
        if (verified == null
                || !applied.submitted().undisturbed()
                || applied.outcomes().size() != verified.outcomes().size()) {
            return Stream.empty();
        }
        return IntStream.range(0, applied.outcomes().size())
                .filter(
                        i ->
                                !applied.outcomes()
                                        .get(i)
                                        .code()
                                        .equals(whenApplied(verified.outcomes().get(i).code())))
                .mapToObj(
                        i ->
                                "%s row %d was verified as %s and became %s"
                                        .formatted(
                                                applied.id(),
                                                i + 1,
                                                verified.outcomes().get(i).code(),
                                                applied.outcomes().get(i).code()));
    }

    private static String whenApplied(String code) {
        return code.replaceFirst("^READY", "UNENROLLED");
    }
}
