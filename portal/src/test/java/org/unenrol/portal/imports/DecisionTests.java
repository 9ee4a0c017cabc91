package org.unenrol.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Application;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.Submitter;
import org.unenrol.portal.credentials.FormProblem;

class DecisionTests {

    private static final Submitter HELEN =
            new Submitter("helen", "Helen Marsh", "helen@example.org", "en");

    @Test
    void wantsAReasonWhereOneIsRequired() {
        assertThat(new Decision("", "  ", false).problem(null, true))
                .hasValue(new FormProblem("reason", "Say what this run is for"));
        assertThat(new Decision("", null, false).problem(null, true)).isPresent();
        assertThat(new Decision("", "Left", false).problem(null, true)).isEmpty();
        assertThat(new Decision("", "  ", false).problem(null, false)).isEmpty();
    }

    @Test
    void wantsNoLongerReasonThanIsKept() {
        assertThat(new Decision("", "x".repeat(500) + " ", false).problem(null, false)).isEmpty();
        assertThat(new Decision("", "x".repeat(501), false).problem(null, false))
                .hasValue(new FormProblem("reason", "Say it in 500 characters or fewer"));
    }

    @Test
    void asksForTheNumberFirst() {
        assertThat(new Decision(null, null, false).problem(12, true))
                .map(FormProblem::field)
                .hasValue("number");
    }

    @Test
    void appliesAVerificationOnceWithoutEmailsWhereNoneAreWanted() {
        UUID id = UUID.randomUUID();

        Application wish = new Decision("12", " Left ", true).application(id, HELEN);

        assertThat(wish.idempotencyKey()).isEqualTo("portal: apply " + id);
        assertThat(wish.reason()).isEqualTo("Left");
        assertThat(wish.learnerEmails()).isEqualTo(LearnerEmails.NONE);
        assertThat(new Decision("", "", false).application(id, HELEN).learnerEmails()).isNull();
    }
}
