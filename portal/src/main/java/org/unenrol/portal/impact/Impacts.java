package org.unenrol.portal.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.impact.ActivityCount;
import org.unenrol.ledger.impact.ImpactCounts;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.catalogue.EnrolmentCount;
import org.unenrol.platform.catalogue.EnrolmentCounts;

/** Finds what applying a verification would come to. */
@Component
public class Impacts {

    private final ImpactCounts counts;
    private final ObjectProvider<EnrolmentCounts> platform;

    Impacts(ImpactCounts counts, ObjectProvider<EnrolmentCounts> platform) {
        this.counts = counts;
        this.platform = platform;
    }

    /**
     * Counts what was found at the verification, and how many are enrolled now.
     *
     * @param verified a completed verification whose outcomes are kept
     * @param areas those of whoever asks: the others are left out
     */
    public Impact of(Import verified, ManagedAreas areas) {
        UUID id = verified.id();
        boolean emails = verified.learnerEmails().areWanted();
        List<ActivityCount> found = counts.activities(id);
        Map<String, EnrolmentCount> enrolled = enrolled(found);
        List<ActivityCount> within =
                found.stream().filter(one -> isWithin(areas, enrolled.get(one.id()))).toList();
        List<ActivityCount> outside = new ArrayList<>(found);
        outside.removeAll(within);
        return new Impact(
                within.stream()
                        .filter(ActivityCount::hasEffect)
                        .map(one -> impact(one, enrolled.get(one.id()), emails))
                        .toList(),
                counts.learners(id, within.stream().map(ActivityCount::id).toList()),
                emails ? sum(within, ActivityCount::allEmails) : 0,
                emails ? sum(within, ActivityCount::otherEmails) : 0,
                emails ? counts.mailedBefore(id) : 0,
                sum(outside, ActivityCount::ready),
                sum(
                        within.stream().filter(one -> enrolled.containsKey(one.id())).toList(),
                        ActivityCount::notPermitted));
    }

    private Map<String, EnrolmentCount> enrolled(List<ActivityCount> found) {
        EnrolmentCounts tells = platform.getIfAvailable();
        return tells == null ? Map.of() : tells.of(found.stream().map(ActivityCount::id).toList());
    }

    /** What the platform does not tell the area of was within reach when it was verified. */
    private static boolean isWithin(ManagedAreas areas, @Nullable EnrolmentCount now) {
        return now == null || areas.contains(now.area());
    }

    private static int sum(List<ActivityCount> all, ToIntFunction<ActivityCount> number) {
        return all.stream().mapToInt(number).sum();
    }

    private static ActivityImpact impact(
            ActivityCount found, @Nullable EnrolmentCount now, boolean emails) {
        return new ActivityImpact(
                found.id(),
                found.reference(),
                found.title(),
                found.ready(),
                now == null ? null : now.enrolled(),
                emails ? found.allEmails() : 0);
    }
}
