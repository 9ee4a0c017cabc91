package org.unenrol.guarantees.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;
import org.unenrol.platform.remote.Ending;
import org.unenrol.platform.remote.Enrolling;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.LearningPlatform;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.PlatformUnavailableException;
import org.unenrol.platform.remote.Query;
import org.unenrol.platform.remote.Traits;

/** The adapter to the remote platform. Runs in the workers. */
final class RemoteAdapter implements LearningPlatform {

    /** For how long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofMillis(700);

    private static final int OK = 200;
    private static final int LARGEST_BATCH = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    RemoteAdapter(URI address) {
        this.address = address;
    }

    @Override
    public Traits traits() {
        return new Traits(LARGEST_BATCH, false);
    }

    @Override
    public List<Finding> look(List<Query> queries) {
        return ask(
                        "/look",
                        queries.stream()
                                .map(
                                        one ->
                                                text(one.username())
                                                        + "\t"
                                                        + text(one.activityReference()))
                                .toList())
                .map(RemoteAdapter::finding)
                .toList();
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }

    /** Id, username; id, reference, kind, area; place. */
    private static Finding finding(String line) {
        String[] cell = line.split("\t", -1);
        Match<Learner> learner =
                cell[0].equals("0")
                        ? new Match.Unknown<>(null)
                        : new Match.Known<>(
                                cell[0],
                                new Learner(cell[1], "Learner", cell[1] + "@example.org", null));
        Match<Activity> activity =
                cell[2].equals("0")
                        ? new Match.Unknown<>(null)
                        : new Match.Known<>(
                                cell[2],
                                new Activity(
                                        cell[3], cell[3], Activity.Kind.valueOf(cell[4]), cell[5]));
        return new Finding(learner, activity, place(cell[6]));
    }

    private static Place place(String word) {
        return word.equals("NONE")
                ? new Place.NotEnrolled()
                : new Place.Enrolled(word.equals("COMPLETED"), null);
    }

    @Override
    public List<Place> places(List<Pair> pairs) {
        return ask("/places", lines(pairs)).map(RemoteAdapter::place).toList();
    }

    @Override
    public List<Ending> end(List<Pair> pairs) {
        ask("/end", lines(pairs));
        return pairs.stream().map(pair -> (Ending) new Ending.Ended()).toList();
    }

    @Override
    public List<Enrolling> enrol(List<Pair> pairs) {
        throw new UnsupportedOperationException("nothing is taken back here");
    }

    private static List<String> lines(List<Pair> pairs) {
        return pairs.stream().map(one -> one.learnerId() + "\t" + one.activityId()).toList();
    }

    private Stream<String> ask(String path, Collection<String> lines) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(PATIENCE.plusMillis(20L * lines.size()))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        lines.stream().collect(Collectors.joining("\n"))))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new PlatformUnavailableException("It answers " + answer.statusCode() + ".");
            }
            return answer.body().lines();
        } catch (IOException e) {
            throw new PlatformUnavailableException("It does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformUnavailableException("Interrupted.", e);
        }
    }
}
