package org.unenrol.portal.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.Import;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.portal.Wording;

/** An import as its page tells it. */
record ImportView(Import known, Wording wording, Instant now) {

    private static final int PERCENT = 100;
    private static final int ANNOUNCED_PERCENT = 20;

    public boolean isVerifyOnly() {
        return known.mode() == Mode.VERIFY_ONLY;
    }

    public boolean isTakeBack() {
        return known.mode() == Mode.TAKE_BACK;
    }

    public boolean isUnenrolling() {
        return known.mode() == Mode.APPLY;
    }

    public boolean isRunning() {
        return !known.state().hasEnded();
    }

    public boolean isCancellable() {
        return known.isCancellable();
    }

    /** The state in a few words: of what goes on, or what has happened. */
    public String status() {
        return switch (known.state()) {
            case PROCESSING ->
                    known.progress().cancelRequestedAt() == null ? underWay() : words("cancelling");
            case BUILDING_RESULTS -> words("building-results");
            case COMPLETED -> isTakeBack() ? words("completed") : reserved(ended());
            case CANCELLED -> words("cancelled");
            case FAILED -> words("failed");
        };
    }

    private String ended() {
        return words(isVerifyOnly() ? "verified" : "completed");
    }

    private String underWay() {
        return switch (known.mode()) {
            case VERIFY_ONLY -> words("verifying");
            case APPLY -> words("unenrolling");
            case TAKE_BACK -> words("taking-back");
        };
    }

    private String words(String status) {
        return wording.text("portal.status." + status);
    }

    /** Adds to what would say too much by itself, where rows have failed. */
    private String reserved(String status) {
        if (known.failed() == 0) {
            return status;
        }
        if (known.failed() < known.rows()) {
            return wording.text("portal.reservation.some", status);
        }
        return known.rows() == 1
                ? wording.text("portal.reservation.the-row", status)
                : wording.text("portal.reservation.every", status);
    }

    /** The class of the tag that tells how it has ended. */
    public String tone() {
        return switch (known.state()) {
            case PROCESSING, BUILDING_RESULTS, CANCELLED -> "";
            case FAILED -> "bad";
            case COMPLETED ->
                    known.failed() == 0 ? "good" : known.failed() < known.rows() ? "real" : "bad";
        };
    }

    /** Rows that a verification has found ready. */
    public int ready() {
        return rows(OutcomeCode.READY) + rows(OutcomeCode.READY_COMPLETION_KEPT);
    }

    /** Tells whether applying it would unenrol anybody. */
    public boolean isApplicable() {
        return known.isApplicable() && ready() > 0;
    }

    /** Rows that have had their turn: all that have an outcome but those a cancel left out. */
    public int done() {
        return known.progress().received() - rows(OutcomeCode.NOT_PROCESSED);
    }

    /** Tells how far it is, in steps that are worth reading out. */
    public String announcement() {
        if (!isRunning()) {
            return wording.text("portal.announcement.ended", status(), summary());
        }
        int step = percent() / ANNOUNCED_PERCENT * ANNOUNCED_PERCENT;
        return step == 0 ? status() : wording.text("portal.announcement.under-way", status(), step);
    }

    /** Such as "1,204 rows: 1,180 unenrolled, 15 were not enrolled, 9 need fixing". */
    public String summary() {
        int notProcessed = rows(OutcomeCode.NOT_PROCESSED);
        int systemErrors = rows(OutcomeCode.SYSTEM_ERROR);
        int notGivenBack = rows(OutcomeCode.NOT_REENROLLED);
        int heldBack = rows(OutcomeCode.CHANGED_SINCE_VERIFICATION);
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(
                "portal.summary.unenrolled",
                rows(OutcomeCode.UNENROLLED) + rows(OutcomeCode.UNENROLLED_COMPLETION_KEPT));
        counts.put("portal.summary.ready", ready());
        counts.put("portal.summary.not-enrolled", rows(OutcomeCode.NOT_ENROLLED));
        counts.put("portal.summary.given-back", rows(OutcomeCode.REENROLLED));
        counts.put("portal.summary.not-given-back", notGivenBack);
        counts.put("portal.summary.not-processed", notProcessed);
        counts.put("portal.summary.system-errors", systemErrors);
        counts.put("portal.summary.held-back", heldBack);
        counts.put(
                "portal.summary.to-fix",
                known.failed() - notGivenBack - notProcessed - systemErrors - heldBack);
        String parts =
                counts.entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> wording.text(count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", "));
        String rows = wording.text("portal.summary.rows", known.rows());
        return parts.isEmpty() ? rows : wording.text("portal.summary", rows, parts);
    }

    private int rows(OutcomeCode code) {
        return known.progress().outcomes().getOrDefault(code, 0);
    }

    /** Never all of it before the end. */
    public int percent() {
        return (int) ((long) known.progress().received() * PERCENT / known.rows());
    }

    /** Rows per second since the import was submitted. */
    public long rate() {
        return Math.round(known.progress().received() * 1000.0 / Math.max(1, elapsed().toMillis()));
    }

    /** Null while too little has happened to tell, and where the rest has no turn any more. */
    public @Nullable String timeLeft() {
        if (known.progress().received() == 0 || !isCancellable()) {
            return null;
        }
        double share =
                (known.rows() - known.progress().received()) / (double) known.progress().received();
        return wording.duration(Duration.ofMillis((long) (elapsed().toMillis() * share)));
    }

    private Duration elapsed() {
        return Duration.between(known.submittedAt(), now);
    }

    /** Outcomes that occurred, each with its share of all rows. */
    public List<OutcomeBar> outcomes() {
        return known.progress().outcomes().entrySet().stream()
                .map(entry -> new OutcomeBar(entry.getKey(), entry.getValue(), known.rows()))
                .toList();
    }

    /** One line of the chart. */
    record OutcomeBar(OutcomeCode code, int rows, int all) {

        /** At least wide enough to be seen. */
        public String width() {
            return Math.max(1, Math.round((float) rows * PERCENT / all)) + "%";
        }
    }
}
