package org.unenrol.platform.journal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.RowId;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it stands in the journal, in JSON. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredAnswer(
        Name<Learner> username,
        Name<Activity> reference,
        boolean permitted,
        @Nullable Standing standing,
        @Nullable String reason) {

    private static final JsonMapper JSON = new JsonMapper();

    static String write(UnenrolmentAnswer answer) {
        return JSON.writeValueAsString(
                new StoredAnswer(
                        Name.of(answer.username()),
                        Name.of(answer.reference()),
                        answer.permitted(),
                        answer.standing(),
                        answer.reason()));
    }

    static UnenrolmentAnswer read(RowId id, String json) {
        StoredAnswer stored = JSON.readValue(json, StoredAnswer.class);
        return new UnenrolmentAnswer(
                id,
                stored.username.match(),
                stored.reference.match(),
                stored.permitted,
                stored.standing,
                stored.reason);
    }

    /**
     * The meaning that was found for a name.
     *
     * @param id null while it is unknown
     * @param wasAsked false where the row does not give it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Name<T>(
            @Nullable String id, @Nullable T value, @Nullable String near, boolean wasAsked) {

        static <T> Name<T> of(Match<T> match) {
            return new Name<>(
                    match.id(), match.value(), match.near(), !(match instanceof Match.NotAsked));
        }

        Match<T> match() {
            if (id != null && value != null) {
                return new Match.Known<>(id, value);
            }
            return wasAsked ? new Match.Unknown<>(near) : new Match.NotAsked<>();
        }
    }
}
