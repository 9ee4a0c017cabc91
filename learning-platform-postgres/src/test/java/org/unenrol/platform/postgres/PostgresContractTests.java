package org.unenrol.platform.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.PlatformFixture;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.contract.PlatformUnderTest;
import org.unenrol.platform.contract.RowSettlerContract;

class PostgresContractTests extends RowSettlerContract {

    @Override
    protected PlatformUnderTest emptyPlatform() {
        PlatformDatabase.clear();
        return new InPostgres();
    }

    private static final class InPostgres implements PlatformUnderTest {

        @Override
        public RowSettler settler() {
            return PlatformTestCase.PLATFORM;
        }

        @Override
        public ImportFence fence() {
            return PlatformTestCase.FENCE;
        }

        @Override
        public Instant now() {
            return PlatformFixture.now();
        }

        @Override
        public void learner(String username) {
            PlatformFixture.learner(username);
        }

        @Override
        public void course(String reference, String area) {
            PlatformFixture.course(reference, area);
        }

        @Override
        public void enrol(String username, String reference) {
            PlatformFixture.enrol(username, reference);
        }

        @Override
        public void enrolNow(String username, String reference) {
            PlatformFixture.enrol(username, reference, now());
        }

        @Override
        public void complete(String username, String reference) {
            PlatformFixture.complete(username, reference, now().minus(1, ChronoUnit.DAYS));
        }

        @Override
        public boolean isEnrolled(String username, String reference) {
            return PlatformFixture.isEnrolled(username, reference);
        }

        @Override
        public boolean hasCompleted(String username, String reference) {
            return PlatformDatabase.JDBC
                    .sql(
                            """
                            select exists (
                                select from lms.completion
                                join lms.app_user u on u.id = user_id
                                join lms.activity a on a.id = completion.course_id
                                where username = ? and external_reference = ?)
                            """)
                    .param(username)
                    .param(reference)
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public int endings() {
            return PlatformDatabase.JDBC
                    .sql("select count(*) from lms.enrolment where ended_at is not null")
                    .query(Integer.class)
                    .single();
        }
    }
}
