package org.unenrol.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.wording.FileMessages;
import org.unenrol.wording.Messages;

/**
 * An import as the API tells it.
 *
 * @param reading what was assumed about the file, a sentence in the language of the request
 * @param reason what it is for, as its submitter says; absent where none is given
 * @param learnerEmails whether learners whose rows say Yes get an email in a real run
 * @param processed how many rows have an outcome
 * @param changed how many rows have another answer than in the verification that was applied
 * @param source the upstream system or the folder that it came from; null where a person submitted
 *     it
 * @param resultsDeletedAt since when the results are no longer kept; absent while they are
 * @param origin the import whose rows this one takes back or runs again
 * @param takenBackBy imports that take rows of this one back, the newest first; absent in a list
 * @param runAgainBy imports that run rows of this one again, likewise
 * @param failure why it could not be finished, likewise
 * @param links what can be done next, by path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportJson(
        UUID id,
        ImportState state,
        Mode mode,
        boolean learnerEmails,
        @Nullable String reason,
        String fileName,
        String sha256,
        String charset,
        String delimiter,
        String reading,
        int rows,
        int processed,
        int succeeded,
        int failed,
        Map<OutcomeCode, Integer> outcomes,
        int changed,
        String submittedBy,
        @Nullable String source,
        Instant submittedAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant completedAt,
        @Nullable Instant resultsDeletedAt,
        @Nullable UUID verifiedBy,
        @Nullable UUID origin,
        @Nullable List<UUID> takenBackBy,
        @Nullable List<UUID> runAgainBy,
        @Nullable String failure,
        Map<String, String> links) {

    static final String PATH = "/api/v1/imports/";

    static ImportJson of(Import known) {
        return of(known, null, null);
    }

    /** With the imports that are made of its rows. */
    static ImportJson of(Import known, List<Import> ofItsRows) {
        return of(
                known,
                ids(ofItsRows, one -> one.mode() == Mode.TAKE_BACK),
                ids(ofItsRows, one -> one.mode() != Mode.TAKE_BACK));
    }

    private static @Nullable List<UUID> ids(List<Import> all, Predicate<Import> which) {
        List<UUID> ids = all.stream().filter(which).map(Import::id).toList();
        return ids.isEmpty() ? null : ids;
    }

    private static ImportJson of(
            Import known, @Nullable List<UUID> takenBackBy, @Nullable List<UUID> runAgainBy) {
        String language = LocaleContextHolder.getLocale().toLanguageTag();
        Damage failure = known.progress().failure();
        return new ImportJson(
                known.id(),
                known.state(),
                known.mode(),
                known.learnerEmails().areWanted(),
                known.reason(),
                known.file().name(),
                known.file().sha256(),
                known.file().reading().charset(),
                String.valueOf(known.file().reading().delimiter()),
                known.file().reading().sentence(FileMessages.in(language)),
                known.rows(),
                known.progress().received(),
                known.succeeded(),
                known.failed(),
                known.progress().outcomes(),
                known.progress().changed(),
                known.submitter().username(),
                known.source(),
                known.submittedAt(),
                known.progress().cancelRequestedAt(),
                known.progress().completedAt(),
                known.progress().deleted().results(),
                known.verifiedBy(),
                known.origin(),
                takenBackBy,
                runAgainBy,
                failure == null ? null : failure.sentence(Messages.in(language)),
                links(known));
    }

    private static Map<String, String> links(Import known) {
        String self = PATH + known.id();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        if (known.progress().deleted().outcomes() == null) {
            links.put("rows", self + "/rows");
        }
        if (known.progress().resultsFile() != null) {
            links.put("results", self + "/results.csv");
            if (known.file().upload() != null) {
                links.put("rowsToFix", self + "/results.csv?only=failed");
            }
        }
        if (known.isApplicable()) {
            links.put("apply", self + "/apply");
        }
        if (known.isTakeBackable()) {
            links.put("takeBack", self + "/take-back");
        }
        if (known.isRunnableAgain()) {
            links.put("retry", self + "/retry");
        }
        if (known.origin() != null) {
            links.put("origin", PATH + known.origin());
        }
        if (known.isCancellable()) {
            links.put("cancel", self + "/cancel");
        }
        return links;
    }
}
