package org.unenrol.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unenrol.standalone.upstream.PublishCommand;

/** The whole way of requests: from their topic to learners who have left, and back in replies. */
class UpstreamTests {

    private static final TestSystem SYSTEM = TestSystem.running();

    @TempDir private Path folder;

    @Test
    void unenrolsAndRepliesToEachRow() throws IOException {
        Learners.Cohort cohort = SYSTEM.learners().enrolled(1);
        String file =
                """
                {"specversion": "1.0", "id": "1", "source": "/hr", "type": "org.unenrol.import.requested",
                 "data": {"requestId": "up-1", "mode": "APPLY", "rows": [
                   {"username": "up.ada", "activityReference": "UP-1", "sendEmail": true, "staffNumber": 7},
                   {"username": "up.nobody", "activityReference": "UP-1", "sendEmail": "No"},
                   {"username": " up.ada", "activityReference": "UP-1", "sendEmail": "No"}]}}
                """
                        .replace("up.ada", cohort.username(1))
                        .replace("UP-1", cohort.reference());

        List<String> replies = publish(file);

        assertThat(replies).hasSize(5);
        assertThat(replies.get(0)).startsWith("org.unenrol.import.accepted ");
        assertThat(replies.get(1))
                .contains(cohort.username(1), "\"code\":\"UNENROLLED\"", "\"staffNumber\":7");
        assertThat(replies.get(2)).contains("\"code\":\"USERNAME_NOT_RECOGNISED\"");
        assertThat(replies.get(3)).contains("\"code\":\"DUPLICATE\"");
        assertThat(replies.get(4))
                .startsWith("org.unenrol.import.completed ")
                .contains("\"outcomes\":{\"UNENROLLED\":1");
        assertThat(SYSTEM.learners().openPeriods(cohort)).isZero();
        assertThat(publish(file)).isEqualTo(replies);
    }

    @Test
    void looksAtAllEnrolmentsOfALearnerWhoHasLeft() throws IOException {
        Learners.Cohort cohort = SYSTEM.learners().enrolled(1);

        List<String> replies =
                publish(
                        """
                        [{"specversion": "1.0", "id": "1", "source": "/hr", "type": "org.unenrol.learner.left",
                          "data": {"requestId": "up-2", "username": "Up.Bo"}},
                         {"specversion": "1.0", "id": "2", "source": "/hr", "type": "org.unenrol.learner.left",
                          "data": {"requestId": "up-3", "username": "up.nobody"}}]
                        """
                                .replace("Up.Bo", cohort.username(1)));

        assertThat(replies)
                .filteredOn(reply -> reply.contains("up-2"))
                .extracting(
                        reply -> reply.replaceAll("^(\\S+) .*?(\"code\":\"\\w+\"|$).*", "$1 $2"))
                .containsExactly(
                        "org.unenrol.import.accepted ",
                        "org.unenrol.row.settled \"code\":\"READY\"",
                        "org.unenrol.import.completed ");
        assertThat(replies)
                .filteredOn(reply -> reply.contains("up-3"))
                .singleElement()
                .asString()
                .contains("USERNAME_NOT_RECOGNISED");
    }

    @Test
    void tellsWhatIsWrongWithTheCommand() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(err, true, UTF_8);

        assertThat(PublishCommand.run(new String[] {"publish"}, told, told)).isEqualTo(2);
        assertThat(PublishCommand.run(new String[] {"publish", "none.json"}, told, told))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Usage: publish FILE", "none.json");
    }

    private List<String> publish(String events) throws IOException {
        Path file = folder.resolve("events.json");
        Files.writeString(file, events);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(out, true, UTF_8);
        String[] arguments = {
            "publish", file.toString(), "hr", SYSTEM.addresses().bootstrapServers()
        };
        assertThat(PublishCommand.run(arguments, told, told)).isZero();
        return out.toString(UTF_8).lines().toList();
    }
}
