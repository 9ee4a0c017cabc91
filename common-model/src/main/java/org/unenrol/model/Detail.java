package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be said of a row besides its code: data, of which sentences are made where a
 * person reads them. The names are part of the message format: stable, and only ever added to.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "FAULT", value = RowFault.class),
    @JsonSubTypes.Type(name = "UNKNOWN_USERNAME", value = Detail.UnknownUsername.class),
    @JsonSubTypes.Type(name = "UNKNOWN_REFERENCE", value = Detail.UnknownReference.class),
    @JsonSubTypes.Type(name = "NOT_PERMITTED", value = Detail.NotPermitted.class),
    @JsonSubTypes.Type(name = "DUPLICATE_OF", value = Detail.DuplicateOf.class),
    @JsonSubTypes.Type(name = "COMPLETION_KEPT", value = Detail.CompletionKept.class),
    @JsonSubTypes.Type(name = "ENROLLED_SINCE", value = Detail.EnrolledSince.class),
    @JsonSubTypes.Type(name = "HELD_BY", value = Detail.HeldBy.class),
    @JsonSubTypes.Type(name = "REFUSED", value = Detail.Refused.class),
    @JsonSubTypes.Type(name = "ALREADY_ENROLLED", value = Detail.AlreadyEnrolled.class),
    @JsonSubTypes.Type(name = "ENDED_SINCE", value = Detail.EndedSince.class),
    @JsonSubTypes.Type(name = "NOTHING_TO_TAKE_BACK", value = Detail.NothingToTakeBack.class),
    @JsonSubTypes.Type(name = "MEANS_ANOTHER", value = Detail.MeansAnother.class)
})
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Detail
        permits RowFault,
                Detail.UnknownUsername,
                Detail.UnknownReference,
                Detail.NotPermitted,
                Detail.DuplicateOf,
                Detail.CompletionKept,
                Detail.EnrolledSince,
                Detail.HeldBy,
                Detail.Refused,
                Detail.AlreadyEnrolled,
                Detail.EndedSince,
                Detail.NothingToTakeBack,
                Detail.MeansAnother {

    /**
     * No learner has the username.
     *
     * @param near the only username that is near to it; null where there is none, or several
     */
    record UnknownUsername(@Nullable String near, List<CellHint> hints) implements Detail {

        @SuppressWarnings("NullAway") // what is read from JSON may lack the list
        public UnknownUsername {
            hints = hints == null ? List.of() : List.copyOf(hints);
        }
    }

    /**
     * No activity has the reference.
     *
     * @param near the only reference that is near to it; null where there is none, or several
     */
    record UnknownReference(@Nullable String near, List<CellHint> hints) implements Detail {

        @SuppressWarnings("NullAway") // what is read from JSON may lack the list
        public UnknownReference {
            hints = hints == null ? List.of() : List.copyOf(hints);
        }
    }

    /** The administrator may not manage the activity. */
    record NotPermitted() implements Detail {}

    /**
     * An earlier row is for the same learner and activity, and counts.
     *
     * @param spreadsheetRow that row as a spreadsheet numbers it
     */
    record DuplicateOf(int spreadsheetRow) implements Detail {}

    /** The record of what the learner had completed or attended by then stays as it was. */
    record CompletionKept(Of of) implements Detail {

        /** The kind of what has been completed or attended. */
        public enum Of {
            COURSE,
            SESSION
        }
    }

    /** The learner was enrolled after the import had been submitted, and stays enrolled. */
    record EnrolledSince() implements Detail {}

    /**
     * Another enrolment method of the platform holds the place.
     *
     * @param method as the platform calls it
     */
    record HeldBy(String method) implements Detail {}

    /**
     * The platform does not do it.
     *
     * @param reason in the platform's own words, whatever their language
     */
    record Refused(String reason) implements Detail {}

    /** The learner whose place is to be given back has one already. */
    record AlreadyEnrolled() implements Detail {}

    /** The learner was enrolled anew after the row, and somebody else has ended that. */
    record EndedSince() implements Detail {}

    /** The platform has no mark of an enrolment that the row has ended. */
    record NothingToTakeBack() implements Detail {}

    /** The words of the row name another learner or activity than when it ended an enrolment. */
    record MeansAnother() implements Detail {}
}
