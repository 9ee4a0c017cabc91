package org.unenrol.worker.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Match;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

class RowSettlementTests {

    private static final Instant TIME = Instant.parse("2026-11-23T22:28:00Z");
    private static final Meaning VERIFIED = new Meaning(null, "42");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void hasNoOutcomeForRowsThatComeTooLateAndCountsThem() {
        RowSettler platform =
                batch ->
                        List.of(
                                UnenrolmentAnswer.leftAlone(
                                        batch.get(0).id(), Standing.OUT_OF_DATE),
                                UnenrolmentAnswer.leftAlone(
                                        batch.get(1).id(), Standing.IMPORT_ENDED),
                                unknown(batch.get(2)));

        List<RowOutcome> outcomes =
                settlement(platform)
                        .settle(
                                List.of(
                                        row(1, Mode.APPLY),
                                        row(2, Mode.APPLY),
                                        row(3, Mode.APPLY)));

        assertThat(outcomes)
                .singleElement()
                .returns(3, RowOutcome::row)
                .returns(OutcomeCode.USERNAME_NOT_RECOGNISED, RowOutcome::code)
                .returns(new Meaning(null, "42"), RowOutcome::meaning);
        assertThat(meters.get("unenrol.rows.late").counter().count()).isEqualTo(2);
    }

    @Test
    void asksForWhatWasVerifiedAndTellsWhatAVerificationFinds() {
        RowSettler platform =
                batch -> {
                    assertThat(batch.get(0).verifiedAs()).isEqualTo(VERIFIED);
                    assertThat(batch.get(0).validUntil()).isEqualTo(TIME);
                    return List.of(unknown(batch.get(0)));
                };

        List<RowOutcome> outcomes = settlement(platform).settle(List.of(row(1, Mode.VERIFY_ONLY)));

        assertThat(outcomes).extracting(RowOutcome::meaning).containsExactly(VERIFIED);
    }

    @Test
    void asksInTheNameOfWhoeverManagesWhatAtThisMoment() {
        ManagedAreas safety = ManagedAreas.of(Set.of("Safety"));
        RowSettler platform =
                batch -> {
                    assertThat(batch.get(0).areas()).isEqualTo(safety);
                    return List.of(unknown(batch.get(0)));
                };

        assertThat(
                        new RowSettlement(platform, names -> Map.of("global.admin", safety), meters)
                                .settle(List.of(row(1, Mode.APPLY))))
                .hasSize(1);
    }

    @Test
    void asksForNothingInTheNameOfSomebodyWhoHasNoAccount() {
        RowSettler platform =
                batch -> {
                    assertThat(batch.get(0).areas()).isEqualTo(ManagedAreas.NONE);
                    return List.of(unknown(batch.get(0)));
                };

        assertThat(settlement(platform).settle(List.of(row(1, Mode.APPLY)))).hasSize(1);
    }

    private RowSettlement settlement(RowSettler platform) {
        return new RowSettlement(platform, names -> Map.of(), meters);
    }

    private static UnenrolmentAnswer unknown(UnenrolmentRequest request) {
        return new UnenrolmentAnswer(
                request.id(),
                new Match.Unknown<>(null),
                new Match.Known<>(
                        "42", new Activity("FIRE", "Fire drill", Activity.Kind.COURSE, "Safety")),
                false,
                null,
                null);
    }

    private static UnenrolRow row(int row, Mode mode) {
        return new UnenrolRow(
                UUID.randomUUID(),
                row,
                row + 1,
                row + 1,
                mode,
                TIME,
                "global.admin",
                "amelia",
                "FIRE",
                EmailChoice.YES,
                List.of(),
                null,
                VERIFIED,
                TIME,
                null);
    }
}
