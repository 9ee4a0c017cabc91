package org.unenrol.platform.contract.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;
import org.unenrol.model.UsernameKey;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** A way in which a settler can be wrong, and the test that is there for it. */
enum Defect {
    UNENROLS_WHEN_VERIFYING("changesNothingWhenItOnlyVerifies") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            return row(row, Mode.APPLY, row.areas(), row.username(), row.actionable());
        }
    },
    UNENROLS_FOR_FAULTY_ROWS("changesNothingForAFaultyRow") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            return row(row, row.mode(), row.areas(), row.username(), true);
        }
    },
    IGNORES_AREAS(
            "endsNothingOutsideTheAreasOfTheAdministrator",
            "givesNothingBackOutsideTheAreasOfTheAdministrator") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            return row(row, row.mode(), ManagedAreas.EVERY, row.username(), row.actionable());
        }
    },
    GUESSES_USERNAMES("recognisesNobodyByLikeness") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            String username = row.username();
            String guessed =
                    username != null && username.startsWith("amelia") ? "amelia.hughes" : username;
            return row(row, row.mode(), row.areas(), guessed, row.actionable());
        }
    },
    GUESSES_REFERENCES("recognisesNothingByLikeness") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            String reference = row.activityReference();
            String guessed = reference != null && reference.startsWith("FIR") ? "FIRE" : reference;
            return new UnenrolmentRequest(
                    row.id(),
                    row.mode(),
                    row.submittedAt(),
                    row.areas(),
                    row.username(),
                    guessed,
                    row.verifiedAs(),
                    row.validUntil(),
                    row.actionable(),
                    row.takesBack());
        }
    },
    IGNORES_THE_VERIFICATION("holdsBackARowThatMeansSomebodyElseThanWhenItWasVerified") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            return new UnenrolmentRequest(
                    row.id(),
                    row.mode(),
                    row.submittedAt(),
                    row.areas(),
                    row.username(),
                    row.activityReference(),
                    null,
                    row.validUntil(),
                    row.actionable(),
                    row.takesBack());
        }
    },
    IGNORES_THE_TIME("leavesARowAloneThatComesAfterItsTime") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            return new UnenrolmentRequest(
                    row.id(),
                    row.mode(),
                    row.submittedAt(),
                    row.areas(),
                    row.username(),
                    row.activityReference(),
                    row.verifiedAs(),
                    null,
                    row.actionable(),
                    row.takesBack());
        }
    },
    MINDS_THE_CASE("recognisesAUsernameInAnotherCase") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            String username = row.username();
            boolean isLower = username == null || username.equals(UsernameKey.of(username));
            return row(
                    row, row.mode(), row.areas(), isLower ? username : "nobody", row.actionable());
        }
    },
    KNOWS_EVERYBODY("tellsBothThatAreNotRecognised") {
        @Override
        UnenrolmentRequest changed(UnenrolmentRequest row) {
            String username = "nobody".equals(row.username()) ? "oliver.bennett" : row.username();
            return row(row, row.mode(), row.areas(), username, row.actionable());
        }
    },
    CLAIMS_WHAT_OTHERS_HAVE_ENDED(
            "saysThatThereIsNothingToEnd",
            "letsOneOfSeveralImportsEndAnEnrolment",
            "letsOneOfTwoImportsInABatchEndAnEnrolment",
            "countsAnEnrolmentOnceThatWasEndedWithoutAnAnswer",
            "leavesToAnotherImportWhatWasOnlyIntended") {
        @Override
        List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch, RowSettler whole) {
            return whole.settle(batch).stream().map(Defect::claimed).toList();
        }
    },
    CLAIMS_PLACES(
            "givesNoSecondPlaceToALearnerWhoHasOneAgain",
            "givesOnePlaceWhenSeveralTakeARowBackAtTheSameMoment",
            "takesBackNothingThatTheRowHasNotEnded",
            "givesNothingBackThatSomebodyElseHasEndedSince",
            "countsAPlaceOnceThatWasGivenWithoutAnAnswer",
            "leavesToAnotherTakeBackWhatWasOnlyIntended") {
        @Override
        List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch, RowSettler whole) {
            return whole.settle(batch).stream()
                    .map(
                            answer ->
                                    PLACES.contains(answer.standing())
                                            ? with(Standing.REENROLLED, answer)
                                            : answer)
                    .toList();
        }
    },
    TAKES_NOTHING_BACK("givesAPlaceBack", "endsAPlaceThatWasGivenBackWithoutAnAnswer") {
        @Override
        List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch, RowSettler whole) {
            return batch.stream().anyMatch(row -> row.mode() == Mode.TAKE_BACK)
                    ? batch.stream()
                            .map(
                                    row ->
                                            UnenrolmentAnswer.leftAlone(
                                                    row.id(), Standing.NOTHING_TO_TAKE_BACK))
                            .toList()
                    : whole.settle(batch);
        }
    },
    ANSWERS_IN_ANOTHER_ORDER("answersEachRequestInOrder", "settlesBothKindsOfRowsInOneBatch") {
        @Override
        List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch, RowSettler whole) {
            List<UnenrolmentAnswer> answers = new ArrayList<>(whole.settle(batch));
            Collections.reverse(answers);
            return answers;
        }
    },
    FORGETS_WHAT_IT_HAS_DONE(
            "givesARowThatComesAgainTheSameAnswer",
            "leavesALaterEnrolmentToARowThatComesAgain",
            "endsOnceWhatSeveralSettleAtTheSameMoment",
            "endsNothingForAnImportThatIsClosed",
            "givesAPlaceBackOnceHoweverOftenTheRowComes",
            "givesNothingBackForAnImportThatIsClosed",
            "endsNothingThatWasIntendedWhenTheImportIsClosed") {
        @Override
        List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch, RowSettler whole) {
            Map<RowId, RowId> names = new ConcurrentHashMap<>();
            List<UnenrolmentRequest> anew =
                    batch.stream()
                            .map(
                                    row -> {
                                        RowId id = new RowId(UUID.randomUUID(), row.id().row());
                                        names.put(id, row.id());
                                        return named(id, row);
                                    })
                            .toList();
            return whole.settle(anew).stream()
                    .map(answer -> named(names.getOrDefault(answer.id(), answer.id()), answer))
                    .toList();
        }
    };

    private static final Set<Standing> PLACES =
            EnumSet.of(
                    Standing.ALREADY_ENROLLED, Standing.ENDED_SINCE, Standing.NOTHING_TO_TAKE_BACK);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tests;

    Defect(String... tests) {
        this.tests = List.of(tests);
    }

    /** The tests that must fail. */
    List<String> tests() {
        return tests;
    }

    List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch, RowSettler whole) {
        return whole.settle(batch.stream().map(this::changed).toList());
    }

    UnenrolmentRequest changed(UnenrolmentRequest row) {
        return row;
    }

    private static UnenrolmentAnswer claimed(UnenrolmentAnswer answer) {
        return answer.standing() != Standing.NOT_ENROLLED
                ? answer
                : with(Standing.ENROLLED, answer);
    }

    private static UnenrolmentAnswer with(Standing standing, UnenrolmentAnswer answer) {
        return new UnenrolmentAnswer(
                answer.id(),
                answer.username(),
                answer.reference(),
                answer.permitted(),
                standing,
                null);
    }

    private static UnenrolmentRequest row(
            UnenrolmentRequest row,
            Mode mode,
            ManagedAreas areas,
            @Nullable String username,
            boolean actionable) {
        return new UnenrolmentRequest(
                row.id(),
                mode,
                row.submittedAt(),
                areas,
                username,
                row.activityReference(),
                row.verifiedAs(),
                row.validUntil(),
                actionable,
                row.takesBack());
    }

    private static UnenrolmentRequest named(RowId id, UnenrolmentRequest row) {
        return new UnenrolmentRequest(
                id,
                row.mode(),
                row.submittedAt(),
                row.areas(),
                row.username(),
                row.activityReference(),
                row.verifiedAs(),
                row.validUntil(),
                row.actionable(),
                row.takesBack());
    }

    private static UnenrolmentAnswer named(RowId id, UnenrolmentAnswer answer) {
        return new UnenrolmentAnswer(
                id,
                answer.username(),
                answer.reference(),
                answer.permitted(),
                answer.standing(),
                answer.reason());
    }
}
