package org.unenrol.platform.contract.memory;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.remote.Ending;
import org.unenrol.platform.remote.Enrolling;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.PlatformUnavailableException;
import org.unenrol.platform.remote.Query;
import org.unenrol.platform.remote.Traits;

/** A way in which an adapter can be wrong, and the tests that are there for it. */
enum AdapterDefect {
    BELIEVES_SUCCESS(
            "believesNoSuccessThatIsNone",
            "believesNoPlaceThatIsNotThere",
            "saysThatAPlaceIsHeldByAnotherMethod") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public Traits traits() {
                    return new Traits(super.traits().largestBatch(), true);
                }
            };
        }
    },
    DOES_NOTHING("endsAnEnrolment", "settlesManyRowsAtOnce", "endsOnceWhatArrivesTwice") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Ending> end(List<Pair> pairs) {
                    return pairs.stream().map(pair -> (Ending) new Ending.Ended()).toList();
                }
            };
        }
    },
    FORGETS_COMPLETION("tellsOfCompletionAndKeepsIt") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return looking(calls, place -> since(place, null));
        }
    },
    GUESSES_PLACES(
            "saysWhatThePlatformDoesNotTell", "forgetsNoIntentionWhileThePlatformDoesNotTell") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return looking(
                    calls,
                    place -> place instanceof Place.CannotTell ? new Place.NotEnrolled() : place);
        }
    },
    INVENTS_TIMES("leavesAnEnrolmentAloneThatBeganAfterTheImport") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return looking(calls, place -> since(place, Instant.MAX));
        }
    },
    TAKES_A_FAILURE_FOR_A_REFUSAL("failsNoRowWhenThePlatformCannotBeAsked") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Ending> end(List<Pair> pairs) {
                    try {
                        return super.end(pairs);
                    } catch (PlatformUnavailableException e) {
                        return pairs.stream()
                                .map(pair -> (Ending) new Ending.Refused("failed"))
                                .toList();
                    }
                }
            };
        }
    },
    TAKES_A_FAILURE_FOR_NOBODY("recognisesNobodyLessWhenALookFails") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Finding> look(List<Query> queries) {
                    try {
                        return super.look(queries);
                    } catch (PlatformUnavailableException e) {
                        return queries.stream()
                                .map(query -> calls.look(List.of(new Query("", "", query.areas()))))
                                .map(found -> found.get(0))
                                .toList();
                    }
                }
            };
        }
    },
    FAILS_A_CALL_FOR_ONE_PAIR("costsNoOtherRowAnythingWhenOneIsRefused") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Ending> end(List<Pair> pairs) {
                    List<Ending> endings = super.end(pairs);
                    return endings.stream().anyMatch(Ending.Refused.class::isInstance)
                            ? pairs.stream()
                                    .map(pair -> (Ending) new Ending.Refused("all"))
                                    .toList()
                            : endings;
                }
            };
        }
    },
    DOES_NOT_SEE_THAT_IT_IS_BLIND("recognisesNobodyWithoutSayingSoWhenItsCredentialsAreBlind") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public Traits traits() {
                    return new Traits(1, false);
                }
            };
        }
    },
    REFUSES_WHO_IS_THERE("givesOnePlaceWhenTheCallArrivesTwice") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Enrolling> enrol(List<Pair> pairs) {
                    return super.enrol(pairs).stream()
                            .map(
                                    one ->
                                            one instanceof Enrolling.AlreadyEnrolled
                                                    ? new Enrolling.Refused("is there")
                                                    : one)
                            .toList();
                }
            };
        }
    },
    TAKES_A_FAILURE_TO_ENROL_FOR_A_REFUSAL("givesAPlaceBackOnceThePlatformCanBeAsked") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Enrolling> enrol(List<Pair> pairs) {
                    try {
                        return super.enrol(pairs);
                    } catch (PlatformUnavailableException e) {
                        return pairs.stream()
                                .map(pair -> (Enrolling) new Enrolling.Refused("failed"))
                                .toList();
                    }
                }
            };
        }
    },
    SEES_NO_PLACE_AFTERWARDS("enrolsAnewAndLeavesAPlaceThatIsThere") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Place> places(List<Pair> pairs) {
                    return pairs.stream().map(pair -> (Place) new Place.NotEnrolled()).toList();
                }
            };
        }
    },
    ENROLS_WITHOUT_LOOKING("enrolsAnewAndLeavesAPlaceThatIsThere") {
        @Override
        RemoteAdapter to(RemoteCalls calls) {
            return new RemoteAdapter(calls) {
                @Override
                public List<Enrolling> enrol(List<Pair> pairs) {
                    return super.enrol(pairs).stream()
                            .map(one -> (Enrolling) new Enrolling.Enrolled())
                            .toList();
                }
            };
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tests;

    AdapterDefect(String... tests) {
        this.tests = List.of(tests);
    }

    /** The tests that must fail. */
    List<String> tests() {
        return tests;
    }

    abstract RemoteAdapter to(RemoteCalls calls);

    private static Place since(Place place, @Nullable Instant time) {
        return place instanceof Place.Enrolled ? new Place.Enrolled(false, time) : place;
    }

    private static RemoteAdapter looking(RemoteCalls calls, UnaryOperator<Place> wrong) {
        return new RemoteAdapter(calls) {
            @Override
            public List<Finding> look(List<Query> queries) {
                return super.look(queries).stream()
                        .map(
                                found ->
                                        new Finding(
                                                found.learner(),
                                                found.activity(),
                                                wrong.apply(found.place())))
                        .toList();
            }
        };
    }
}
