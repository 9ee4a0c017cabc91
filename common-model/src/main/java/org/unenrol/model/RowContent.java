package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A row as people read it: the text of its three cells, and whom and what they named when the row
 * was processed.
 *
 * @param username as the file has it; null where the row has none
 * @param activityReference as the file has it; null where the row has none
 * @param sendEmail {@code Yes}, {@code No}, or what the file has instead; null where it has nothing
 * @param learner the name of the person; null where the username is not recognised
 * @param activity the title; null where the reference is not recognised
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowContent(
        @Nullable String username,
        @Nullable String activityReference,
        @Nullable String sendEmail,
        @Nullable String learner,
        @Nullable String activity) {

    /** The longest text that is kept of a cell, in characters; of a longer one its beginning. */
    public static final int CELL_CHARACTERS = 255;

    /** Makes one of the cells as they are written; nothing is known of what they name. */
    public static RowContent ofCells(
            @Nullable String username,
            @Nullable String activityReference,
            @Nullable String sendEmail) {
        return new RowContent(
                start(username), start(activityReference), start(sendEmail), null, null);
    }

    /** Makes one of cells that can be used. */
    public static RowContent of(
            @Nullable String username,
            @Nullable String activityReference,
            @Nullable EmailChoice sendEmail) {
        return ofCells(username, activityReference, sendEmail == null ? null : sendEmail.text());
    }

    /** Adds whom and what the cells name. */
    public RowContent naming(@Nullable String learnerName, @Nullable String activityTitle) {
        return new RowContent(username, activityReference, sendEmail, learnerName, activityTitle);
    }

    private static @Nullable String start(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        if (cell.length() <= CELL_CHARACTERS) {
            return cell;
        }
        int last = CELL_CHARACTERS - 1;
        return cell.substring(0, Character.isHighSurrogate(cell.charAt(last - 1)) ? last - 1 : last)
                + "…";
    }
}
