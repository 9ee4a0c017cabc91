package org.unenrol.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.test.people.People;

/** Learners 1..size with one open enrolment each, and files that name them in random order. */
final class Roster {

    private static final int COURSES = 50;
    private static final String PREFIX = "learner";

    private final JdbcClient jdbc;
    private final int size;

    Roster(DataSource database, int size) {
        this.jdbc = JdbcClient.create(database);
        this.size = size;
    }

    /** Makes the learners and the courses. */
    Roster populate() {
        People people = new People(jdbc);
        people.area("Benchmarks");
        people.learners(PREFIX, size);
        for (int course = 0; course < COURSES; course++) {
            people.course(reference(course), "Benchmark " + course);
        }
        return this;
    }

    /** Every learner is enrolled in a course, as if nothing had ever been ended. */
    void reset() {
        jdbc.sql("truncate lms.enrolment").update();
        jdbc.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select learner.id, course.id, now() - interval '1 day'
                        from lms.app_user learner
                        join lms.activity course on course.external_reference
                            = 'BENCHMARK-' || split_part(learner.username, '-', 2)::int % :courses
                        where learner.username_key ~ '^learner-[0-9]+$'
                        """)
                .param("courses", COURSES)
                .update();
        jdbc.sql("vacuum (analyze) lms.enrolment, lms.app_user, lms.activity").update();
        jdbc.sql("checkpoint").update();
    }

    /** A file of so many of the learners, the same order each time. */
    Path file(Path file, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("Username,Activity external reference,Send unenrolment email\n");
            for (int number : order(rows)) {
                csv.write(username(number) + "," + reference(number) + ",No\n");
            }
        }
        return file;
    }

    /** Of a learner. */
    static String username(int number) {
        return PREFIX + "-" + number;
    }

    /** Of the course that a learner is enrolled in. */
    static String reference(int number) {
        return "BENCHMARK-" + number % COURSES;
    }

    /** The numbers of so many of the learners, in the order of a file. */
    int[] order(int rows) {
        int[] numbers = IntStream.rangeClosed(1, size).toArray();
        Random random = new Random(1);
        for (int i = 0; i < rows; i++) {
            int other = i + random.nextInt(size - i);
            int number = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = number;
        }
        return IntStream.of(numbers).limit(rows).toArray();
    }
}
