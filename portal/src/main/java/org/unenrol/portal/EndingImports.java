package org.unenrol.portal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.platform.report.LearningRecord;

/** The imports by which enrolments have ended, as far as a page may lead to them. */
public final class EndingImports {

    private EndingImports() {}

    /** Those of some records that whoever asks may know of. */
    public static Set<UUID> visible(Slice<LearningRecord> records, ImportsOf imports) {
        List<UUID> ending =
                records.items().stream()
                        .map(LearningRecord::endedByImport)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return ending.isEmpty() ? Set.of() : imports.among(ending);
    }
}
