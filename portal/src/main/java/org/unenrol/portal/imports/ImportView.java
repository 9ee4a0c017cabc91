package org.unenrol.portal.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.Import;
import org.unenrol.model.ImportState;
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

    public boolean isRunning() {
        return !known.state().hasEnded();
    }

    public boolean isCancellable() {
        return known.state() == ImportState.PROCESSING && known.cancelRequestedAt() == null;
    }

    /** What is going on, or what has happened, in a few words. */
    public String status() {
        return switch (known.state()) {
            case PROCESSING ->
                    known.cancelRequestedAt() == null
                            ? isVerifyOnly() ? "Verifying" : "Unenrolling"
                            : "Cancelling";
            case BUILDING_RESULTS -> "Building the results file";
            case COMPLETED -> (isVerifyOnly() ? "Verified" : "Completed") + reservation();
            case CANCELLED -> "Cancelled";
            case FAILED -> "Failed";
        };
    }

    /** Added to what would say too much by itself, where rows have failed. */
    private String reservation() {
        if (known.failed() == 0) {
            return "";
        }
        if (known.failed() < known.rows()) {
            return ", some rows need fixing";
        }
        return known.rows() == 1 ? ", the row needs fixing" : ", every row needs fixing";
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
        return known.received() - rows(OutcomeCode.NOT_PROCESSED);
    }

    /** Tells how far it is, in steps that are worth reading out. */
    public String announcement() {
        if (!isRunning()) {
            return status() + ". " + summary();
        }
        int step = percent() / ANNOUNCED_PERCENT * ANNOUNCED_PERCENT;
        return step == 0 ? status() : "%s: %d%% done".formatted(status(), step);
    }

    /** Such as "1,204 rows: 1,180 unenrolled, 15 were not enrolled, 9 need fixing". */
    public String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, OutcomeCode.UNENROLLED, OutcomeCode.UNENROLLED_COMPLETION_KEPT, "unenrolled");
        add(parts, OutcomeCode.READY, OutcomeCode.READY_COMPLETION_KEPT, "ready to be unenrolled");
        int notEnrolled = rows(OutcomeCode.NOT_ENROLLED);
        if (notEnrolled > 0) {
            parts.add(
                    wording.number(notEnrolled)
                            + plural(notEnrolled, " was", " were")
                            + " not enrolled");
        }
        int notProcessed = rows(OutcomeCode.NOT_PROCESSED);
        if (notProcessed > 0) {
            parts.add(wording.number(notProcessed) + " not processed");
        }
        int systemErrors = rows(OutcomeCode.SYSTEM_ERROR);
        if (systemErrors > 0) {
            parts.add(wording.number(systemErrors) + " failed for a cause outside the file");
        }
        int heldBack = rows(OutcomeCode.CHANGED_SINCE_VERIFICATION);
        if (heldBack > 0) {
            parts.add(wording.number(heldBack) + " held back as changed since the verification");
        }
        int toFix = known.failed() - notProcessed - systemErrors - heldBack;
        if (toFix > 0) {
            parts.add(wording.number(toFix) + plural(toFix, " needs", " need") + " fixing");
        }
        String rows = wording.count(known.rows(), "row");
        return parts.isEmpty() ? rows : rows + ": " + String.join(", ", parts);
    }

    private void add(List<String> parts, OutcomeCode one, OutcomeCode other, String words) {
        int rows = rows(one) + rows(other);
        if (rows > 0) {
            parts.add(wording.number(rows) + " " + words);
        }
    }

    private static String plural(int number, String singular, String plural) {
        return number == 1 ? singular : plural;
    }

    private int rows(OutcomeCode code) {
        return known.outcomes().getOrDefault(code, 0);
    }

    /** Never all of it before the end. */
    public int percent() {
        return (int) ((long) known.received() * PERCENT / known.rows());
    }

    /** Rows per second since the import was submitted. */
    public long rate() {
        return Math.round(known.received() * 1000.0 / Math.max(1, elapsed().toMillis()));
    }

    /** Null while too little has happened to tell, and where the rest has no turn any more. */
    public @Nullable String timeLeft() {
        if (known.received() == 0 || !isCancellable()) {
            return null;
        }
        double share = (known.rows() - known.received()) / (double) known.received();
        return wording.duration(Duration.ofMillis((long) (elapsed().toMillis() * share)));
    }

    private Duration elapsed() {
        return Duration.between(known.submittedAt(), now);
    }

    /** Outcomes that occurred, each with its share of all rows. */
    public List<OutcomeBar> outcomes() {
        return known.outcomes().entrySet().stream()
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
