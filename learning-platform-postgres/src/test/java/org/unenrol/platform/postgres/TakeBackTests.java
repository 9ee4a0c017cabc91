package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformDatabase.JDBC;
import static org.unenrol.platform.PlatformFixture.FINANCE;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.Standing.ALREADY_ENROLLED;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.REENROLLED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.TakeBackForecast;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Endings that are taken back, told by their marks. */
class TakeBackTests extends PlatformTestCase {

    private static final int ROWS = 300;

    private final ImportFixture applied = anImport();
    private final TakeBackForecast forecast = new PostgresTakeBackForecast(JDBC);

    @BeforeEach
    void enrolTwo() {
        course("FIRE", SAFETY);
        course("BUDGET", FINANCE);
        for (String username : List.of("amelia", "oliver")) {
            learner(username);
            enrol(username, "FIRE");
        }
        enrol("amelia", "BUDGET");
    }

    @Test
    void knowWhomTheyMeanWhateverTheWordsMeanNow() {
        UnenrolmentRequest row = applied.row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        JDBC.sql(
                        "update lms.app_user set username = 'a.b', username_key = 'a.b' where username = 'amelia'")
                .update();
        JDBC.sql(
                        "update lms.activity set external_reference = null where external_reference = 'FIRE'")
                .update();

        UnenrolmentAnswer answer = answer(takingBack(anImport(), 1, row));

        assertThat(answer.standing()).isEqualTo(REENROLLED);
        assertThat(answer.learner().username()).isEqualTo("a.b");
    }

    @Test
    void beginAPeriodOfTheirOwn() {
        UnenrolmentRequest row = applied.row(1, "amelia", "FIRE");
        answer(row);
        ImportFixture back = anImport();
        answer(takingBack(back, 7, row));

        assertThat(
                        JDBC.sql(
                                        """
                                        select count(*) from lms.enrolment
                                        where began_by_import = :id and began_by_row = 7
                                            and ended_at is null and enrolled_at <= now()
                                        """)
                                .param("id", back.id())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(standing(applied.row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
        assertThat(standing(anImport().row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);
    }

    @Test
    void areForetold() {
        answer(applied.row(1, "amelia", "FIRE"));
        answer(applied.row(2, "oliver", "FIRE"));
        answer(applied.row(3, "amelia", "BUDGET"));
        int[] rows = {1, 2, 3, 4};

        assertThat(forecast.outlook(applied.id(), rows, ManagedAreas.EVERY))
                .isEqualTo(new TakeBackForecast.Outlook(3, 0, 0, 0, 1));
        enrol("amelia", "FIRE", now());
        enrol("oliver", "FIRE");
        answer(anImport().row(1, "oliver", "FIRE"));
        assertThat(forecast.outlook(applied.id(), rows, ManagedAreas.of(Set.of(SAFETY))))
                .isEqualTo(new TakeBackForecast.Outlook(0, 1, 1, 1, 1));
    }

    /** In any other order than one they deadlock. */
    @RepeatedTest(3)
    void inOppositeOrderGiveEachPlaceOnce() {
        List<UnenrolmentRequest> everybody =
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(
                                i -> {
                                    learner("learner" + i);
                                    enrol("learner" + i, "FIRE");
                                    return applied.row(i + 10, "learner" + i, "FIRE");
                                })
                        .toList();
        PLATFORM.settle(everybody);
        List<UnenrolmentRequest> forwards = takingBack(everybody);
        List<UnenrolmentRequest> backwards = new ArrayList<>(takingBack(everybody));
        Collections.reverse(backwards);

        var first = CompletableFuture.supplyAsync(() -> PLATFORM.settle(forwards));
        var second = CompletableFuture.supplyAsync(() -> PLATFORM.settle(backwards));
        List<UnenrolmentAnswer> answers = new ArrayList<>(first.join());
        answers.addAll(second.join());

        assertThat(answers).filteredOn(one -> one.standing() == REENROLLED).hasSize(ROWS);
        assertThat(answers).filteredOn(one -> one.standing() == ALREADY_ENROLLED).hasSize(ROWS);
    }

    private static List<UnenrolmentRequest> takingBack(List<UnenrolmentRequest> rows) {
        ImportFixture back = anImport();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> takingBack(back, i + 1, rows.get(i)))
                .toList();
    }

    private static UnenrolmentRequest takingBack(
            ImportFixture back, int row, UnenrolmentRequest origin) {
        UnenrolmentRequest plain =
                back.in(Mode.TAKE_BACK).row(row, origin.username(), origin.activityReference());
        return new UnenrolmentRequest(
                plain.id(),
                plain.mode(),
                plain.submittedAt(),
                plain.areas(),
                plain.username(),
                plain.activityReference(),
                null,
                null,
                true,
                origin.id());
    }
}
