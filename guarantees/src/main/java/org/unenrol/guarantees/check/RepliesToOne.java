package org.unenrol.guarantees.check;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;
import org.unenrol.guarantees.check.RequestEvidence.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replies to one request, held against what was asked for and what the ledger says. */
final class RepliesToOne {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String IMPORT = "org.unenrol.import.";

    private final RequestEvidence request;
    private final Instant healed;
    private final Map<String, Reply> first = new LinkedHashMap<>();
    private final Stream.Builder<String> found = Stream.builder();

    /**
     * Takes the request.
     *
     * @param healed when the last fault was healed
     */
    RepliesToOne(RequestEvidence request, Instant healed) {
        this.request = request;
        this.healed = healed;
        request.replies().forEach(this::add);
    }

    private void add(Reply reply) {
        Reply before = first.putIfAbsent(reply.id(), reply);
        if (before != null && !isSame(before, reply)) {
            found.add(reply.id() + " came twice, and differs");
        }
    }

    private static boolean isSame(Reply one, Reply other) {
        return one.type().equals(other.type())
                && (one.body().equals(other.body())
                        || JSON.readTree(one.body()).equals(JSON.readTree(other.body())));
    }

    Stream<String> violations() {
        int wanted = request.asked().refused() ? 0 : 1;
        if (request.imports().size() != wanted) {
            note("it has become %d imports, not %d".formatted(request.imports().size(), wanted));
        }
        List<String> ids = List.copyOf(first.keySet());
        List<String> expected = expected();
        int difference = difference(ids, expected);
        if (difference >= 0) {
            note(
                    "of %d replies the one at %d is %s, and not %s"
                            .formatted(
                                    ids.size(),
                                    difference,
                                    at(ids, difference),
                                    at(expected, difference)));
        } else if (request.asked().refused()) {
            checkRefusal();
        } else if (request.imports().size() == 1) {
            checkAcceptance();
        }
        return found.build();
    }

    private void note(String sentence) {
        found.add("%s/%s: %s".formatted(request.source(), request.requestId(), sentence));
    }

    private List<String> expected() {
        Stream<String> suffixes =
                request.asked().refused()
                        ? Stream.of("refused")
                        : Stream.of(
                                        Stream.of("accepted"),
                                        IntStream.range(0, request.asked().rows().size())
                                                .mapToObj(i -> "row/" + i),
                                        Stream.of("completed"))
                                .flatMap(some -> some);
        return suffixes.map(this::id).toList();
    }

    private String id(String suffix) {
        return request.source() + "/" + request.requestId() + "/" + suffix;
    }

    /** The first place at which two lists differ; less than 0 where they do not. */
    private static int difference(List<String> one, List<String> other) {
        return IntStream.range(0, Math.max(one.size(), other.size()))
                .filter(i -> !at(one, i).equals(at(other, i)))
                .findFirst()
                .orElse(-1);
    }

    private static String at(List<String> all, int i) {
        return i < all.size() ? all.get(i) : "missing";
    }

    private void checkRefusal() {
        JsonNode body = body("refused", IMPORT + "refused");
        if (text(body, "reason").isEmpty() || text(body, "message").isEmpty()) {
            note("it is refused without a reason");
        }
        checkTime("refused");
    }

    private void checkAcceptance() {
        int rows = request.asked().rows().size();
        JsonNode accepted = body("accepted", IMPORT + "accepted");
        if (accepted.path("rows").asInt() != rows
                || !text(accepted, "mode").equals(request.asked().mode().name())) {
            note("it is accepted as %s".formatted(accepted));
        }
        if (request.outcomes().size() != rows) {
            note("its %d rows have %d outcomes".formatted(rows, request.outcomes().size()));
            return;
        }
        IntStream.range(0, rows).forEach(this::checkRow);
        JsonNode completed = body("completed", IMPORT + "completed");
        if (completed.path("rows").asInt() != rows
                || !completed.path("outcomes").equals(counted())) {
            note("it ends as %s".formatted(completed));
        }
        checkTime("completed");
    }

    private JsonNode counted() {
        Map<String, Integer> counts = new TreeMap<>();
        request.outcomes().forEach(outcome -> counts.merge(outcome.code(), 1, Integer::sum));
        return JSON.valueToTree(counts);
    }

    private void checkRow(int index) {
        List<String> asked = request.asked().rows().get(index);
        Outcome outcome = request.outcomes().get(index);
        JsonNode body = body("row/" + index, "org.unenrol.row.settled");
        boolean right =
                body.path("index").asInt(-1) == index
                        && text(body, "username").equals(asked.get(0))
                        && text(body, "activityReference").equals(asked.get(1))
                        && text(body.path("others"), "note").equals(asked.get(3))
                        && text(body, "code").equals(outcome.code())
                        && !text(body, "message").isEmpty();
        if (!right) {
            note(
                    "row %d %s is %s, and is answered as %s"
                            .formatted(index, asked, outcome.code(), body));
        }
    }

    /** The data of a reply, which are about this request and its import. */
    private JsonNode body(String suffix, String type) {
        Reply reply = Objects.requireNonNull(first.get(id(suffix)));
        JsonNode body = JSON.readTree(reply.body());
        boolean ofImport =
                request.imports().isEmpty()
                        || text(body, "importId").equals(request.imports().get(0));
        if (!reply.type().equals(type)
                || !text(body, "requestId").equals(request.requestId())
                || !ofImport) {
            note("%s is %s about %s".formatted(reply.id(), reply.type(), body));
        }
        return body;
    }

    private static String text(JsonNode body, String member) {
        return body.path(member).asString("");
    }

    private void checkTime(String suffix) {
        Instant at = Objects.requireNonNull(first.get(id(suffix))).at();
        if (at.isAfter(healed.plus(TimelyEnd.BOUND))) {
            note("it was answered at %s, more than two minutes after %s".formatted(at, healed));
        }
    }
}
