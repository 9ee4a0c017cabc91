package org.unenrol.guarantees.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A file to be uploaded and the learners it names, drawn from a seed. No other roster names the
 * same ones.
 */
public final class LearnerRoster {

    private static final String[] HEADER = {
        "Note", "Username", "Activity external reference", "Send unenrolment email"
    };

    private final String prefix;
    private final Dialect dialect;
    private final List<Fate> fates = new ArrayList<>();
    private final List<String[]> records = new ArrayList<>();

    private LearnerRoster(String prefix, Dialect dialect) {
        this.prefix = prefix;
        this.dialect = dialect;
        records.add(HEADER);
    }

    /**
     * Draws a file of so many rows.
     *
     * @param mailPercent how many of its rows say Yes
     */
    public static LearnerRoster of(int rows, Dialect dialect, int mailPercent, long seed) {
        Random random = new Random(seed);
        String prefix =
                "g" + new UUID(random.nextLong(), random.nextLong()).toString().substring(0, 8);
        LearnerRoster roster = new LearnerRoster(prefix, dialect);
        for (int row = 1; row <= rows; row++) {
            Fate fate = row == 1 ? Fate.ENROLLED : Fate.draw(random);
            roster.add(row, fate, random.nextInt(100) < mailPercent ? "Yes" : "No");
        }
        return roster;
    }

    private void add(int row, Fate fate, String choice) {
        fates.add(fate);
        String username = fate == Fate.UNKNOWN_LEARNER ? username(row) + "x" : username(row);
        records.add(
                new String[] {
                    note(row),
                    fate == Fate.REPEATED ? username(1) : username,
                    fate == Fate.REPEATED
                            ? reference(Fate.ENROLLED)
                            : "\"" + reference(fate) + "\"",
                    fate == Fate.BAD_CHOICE ? "Perhaps" : choice
                });
    }

    /** A cell that comes back untouched: a quote, a delimiter, letters that need an encoding. */
    private String note(int row) {
        return switch (row % 7) {
            case 1 -> "\"say \"\"no\"\"" + dialect.delimiter() + " please\"";
            case 2 -> " Größe ";
            case 3 -> "\"two words\"";
            default -> "";
        };
    }

    String prefix() {
        return prefix;
    }

    /** The learner of the first row, who is enrolled. */
    public String enrolledUsername() {
        return username(1);
    }

    /** The reference of what the learner of the first row is enrolled in. */
    public String enrolledReference() {
        return reference(Fate.ENROLLED);
    }

    String username(int row) {
        return prefix + "-" + row;
    }

    String reference(Fate fate) {
        return switch (fate) {
            case COMPLETED -> prefix + "-COMPLETED";
            case ATTENDED -> prefix + "-SESSION";
            case UNKNOWN_ACTIVITY -> prefix + "-NONE";
            default -> prefix + "-COURSE";
        };
    }

    Integer[] rowsOf(Fate fate) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 1; row <= fates.size(); row++) {
            if (fates.get(row - 1) == fate) {
                rows.add(row);
            }
        }
        return rows.toArray(Integer[]::new);
    }

    public int rows() {
        return fates.size();
    }

    /** Username, reference and choice of a row, as they are meant. */
    List<String> plainCells(int row) {
        return Arrays.stream(records.get(row)).skip(1).map(cell -> cell.replace("\"", "")).toList();
    }

    public char delimiter() {
        return dialect.delimiter();
    }

    public byte[] file() {
        return dialect.bytes(records);
    }

    /** The outcome of each row, in a real run or in one that verifies only. */
    public List<String> expected(boolean verifyOnly) {
        return fates.stream()
                .map(Fate::outcome)
                .map(code -> verifyOnly ? code.replaceFirst("^UNENROLLED", "READY") : code)
                .toList();
    }
}
