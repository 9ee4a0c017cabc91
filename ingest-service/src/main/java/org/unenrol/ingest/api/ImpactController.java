package org.unenrol.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.impact.ActivityImpact;
import org.unenrol.portal.impact.Impact;
import org.unenrol.portal.impact.Impacts;
import org.unenrol.portal.impact.Thresholds;

/** The effect that applying a verification would have, with the rights of whoever asks. */
@RestController
class ImpactController {

    private final Impacts impacts;
    private final Thresholds thresholds;

    ImpactController(Impacts impacts, Thresholds thresholds) {
        this.impacts = impacts;
        this.thresholds = thresholds;
    }

    @GetMapping(path = "/api/v1/imports/{id}/impact", produces = MediaType.APPLICATION_JSON_VALUE)
    ImpactJson impact(@PathVariable UUID id, ImportsOf imports, ManagedAreas areas) {
        Import verified = imports.find(id).orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception);
        if (verified.progress().deleted().outcomes() != null) {
            throw ProblemType.RESULTS_GONE.exception();
        }
        if (!verified.isApplicable()) {
            throw ProblemType.NOT_APPLICABLE.exception();
        }
        Impact impact = impacts.of(verified, areas);
        return ImpactJson.of(impact, thresholds.areReachedBy(impact));
    }

    /**
     * The effect.
     *
     * @param aboveThreshold whether the portal asks for the number of learners to be typed
     */
    record ImpactJson(
            int learners,
            int emails,
            int emailsToNotEnrolled,
            int mailedBefore,
            int outOfReach,
            int uncounted,
            boolean aboveThreshold,
            List<ActivityJson> activities) {

        static ImpactJson of(Impact impact, boolean aboveThreshold) {
            return new ImpactJson(
                    impact.learners(),
                    impact.emails(),
                    impact.otherEmails(),
                    impact.mailedBefore(),
                    impact.outOfReach(),
                    impact.uncounted(),
                    aboveThreshold,
                    impact.activities().stream().map(ActivityJson::of).toList());
        }
    }

    /** The effect on one activity; a member that nobody can tell is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityJson(
            String activityId,
            @Nullable String activityReference,
            @Nullable String activityTitle,
            int leaving,
            @Nullable Integer enrolled,
            boolean everybody,
            int emails) {

        static ActivityJson of(ActivityImpact one) {
            return new ActivityJson(
                    one.id(),
                    one.reference(),
                    one.title(),
                    one.leaving(),
                    one.enrolled(),
                    one.isEverybody(),
                    one.emails());
        }
    }
}
