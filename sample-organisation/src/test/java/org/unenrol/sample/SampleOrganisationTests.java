package org.unenrol.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.ENROLLED_COMPLETION_KEPT;
import static org.unenrol.platform.Standing.NOT_ENROLLED;
import static org.unenrol.sample.SampleDatabase.JDBC;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.postgres.PostgresRowSettler;

class SampleOrganisationTests {

    private static final Accounts ACCOUNTS = new Accounts(JDBC);

    private final JdbcTransactionManager transactions =
            new JdbcTransactionManager(SampleDatabase.DATA_SOURCE);
    private final SampleOrganisation sample =
            new SampleOrganisation(JDBC, new TransactionTemplate(transactions));

    @BeforeEach
    void clear() {
        SampleDatabase.clear();
    }

    @Test
    void loadsOnlyOnce() {
        assertThat(sample.loadIfEmpty()).isTrue();
        String loaded = SampleDatabase.checksum();

        assertThat(sample.loadIfEmpty()).isFalse();
        assertThat(SampleDatabase.checksum()).isEqualTo(loaded);
    }

    @Test
    void loadsOnceWhenSeveralServicesStartTogether() throws Exception {
        ExecutorService services = Executors.newFixedThreadPool(3);
        Callable<Boolean> load = sample::loadIfEmpty;
        long loads = 0;
        for (Future<Boolean> loaded : services.invokeAll(List.of(load, load, load))) {
            loads += loaded.get() ? 1 : 0;
        }
        services.shutdown();

        assertThat(loads).isEqualTo(1);
    }

    @Test
    void looksLikeAnOrganisation() {
        sample.loadIfEmpty();

        assertThat(count("app_user")).isBetween(290, 320);
        assertThat(count("activity")).isBetween(40, 50);
        assertThat(count("activity where external_reference is null")).isBetween(2, 6);
        assertThat(count("activity where ends_at < now()")).isGreaterThan(5);
        assertThat(count("activity where starts_at > now()")).isGreaterThan(5);
        assertThat(count("enrolment")).isBetween(1_800, 2_200);
        assertThat(count("enrolment where ended_at is not null")).isGreaterThan(50);
        assertThat(count("completion")).isGreaterThan(400);
        assertThat(count("attendance where status = 'ATTENDED'")).isGreaterThan(50);
        assertThat(count("attendance where status = 'ABSENT'")).isGreaterThan(5);
    }

    @Test
    void hasNothingThatIsStillToCome() {
        sample.loadIfEmpty();

        assertThat(count("enrolment where enrolled_at > now() or ended_at > now()")).isZero();
        assertThat(count("completion where completed_at > now()")).isZero();
        assertThat(count("attendance where recorded_at > now()")).isZero();
    }

    @Test
    void isAlwaysTheSame() {
        sample.loadIfEmpty();
        String first = whoIsWhere();
        SampleDatabase.clear();
        sample.loadIfEmpty();

        assertThat(whoIsWhere()).isEqualTo(first);
    }

    @Test
    void hasWhatTheExampleFileNames() {
        sample.loadIfEmpty();
        UUID file = UUID.randomUUID();
        ManagedAreas areas = ACCOUNTS.areasOf("content.admin");

        List<UnenrolmentAnswer> answers =
                new PostgresRowSettler(JDBC, transactions)
                        .settle(
                                List.of(
                                        row(file, 1, areas, "amelia.hughes", "FIRE-SAFETY-2026"),
                                        row(file, 2, areas, "oliver.bennett", "DATA-PROTECTION"),
                                        row(file, 3, areas, "priya.sharma", "FIRST-AID-SPRING"),
                                        row(file, 4, areas, "george.wright", "FIRE-SAFETY-2026"),
                                        row(
                                                file,
                                                5,
                                                areas,
                                                "sofia.rossi",
                                                "MANAGER-ESSENTIALS-AUTUMN"),
                                        row(file, 6, areas, "j.smyth", "FIRE-SAFETY-2026"),
                                        row(file, 7, areas, "amelia.hughes", "FIRE-SAFTEY-2026")));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(
                        ENROLLED,
                        ENROLLED_COMPLETION_KEPT,
                        ENROLLED_COMPLETION_KEPT,
                        NOT_ENROLLED,
                        ENROLLED,
                        null,
                        null);
        assertThat(answers.get(5).learner()).isNull();
        assertThat(answers.get(6).activity()).isNull();
    }

    @Test
    void bringsTheFutureSessionOfTheExampleInTheFuture() {
        sample.loadIfEmpty();

        assertThat(
                        count(
                                "activity where external_reference like 'MANAGER-%-AUTUMN' and starts_at > now()"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYROLL-SYSTEM", "HOUSING-REPAIRS"})
    void keepsSomeAreasFromTheContentAdministrator(String reference) {
        sample.loadIfEmpty();
        String area =
                JDBC.sql("select area from lms.activity where external_reference = ?")
                        .param(reference)
                        .query(String.class)
                        .single();

        assertThat(ACCOUNTS.areasOf("content.admin").contains(area)).isFalse();
        assertThat(ACCOUNTS.areasOf("global.admin").contains(area)).isTrue();
    }

    @Test
    void offersAnExampleFileAsSpreadsheetsWriteThem() throws IOException {
        String file =
                new ClassPathResource("example.csv", SampleOrganisation.class)
                        .getContentAsString(StandardCharsets.UTF_8);

        assertThat(file.split("\r\n", -1))
                .hasSize(9)
                .startsWith(
                        "Username,Activity external reference,Send unenrolment email",
                        "amelia.hughes,FIRE-SAFETY-2026,Yes")
                .endsWith("amelia.hughes,FIRE-SAFTEY-2026,No", "");
    }

    @Test
    void hasAccountsThatDoNotSignInYet() {
        sample.loadIfEmpty();

        assertThat(ACCOUNTS.find("global.admin"))
                .get()
                .returns(Role.GLOBAL_ADMINISTRATOR, Account::role)
                .returns(null, Account::encodedPassword);
        assertThat(ACCOUNTS.find("amelia.hughes")).map(Account::role).contains(Role.NONE);
    }

    private static UnenrolmentRequest row(
            UUID file, int row, ManagedAreas areas, String username, String reference) {
        return new UnenrolmentRequest(
                new RowId(file, row),
                Mode.APPLY,
                Instant.now().plusSeconds(60),
                areas,
                username,
                reference,
                null,
                null,
                true);
    }

    private static int count(String rows) {
        return JDBC.sql("select count(*) from lms." + rows).query(Integer.class).single();
    }

    private static String whoIsWhere() {
        return JDBC.sql(
                        """
                        select string_agg(
                            concat_ws(' ', username, title, ended_at is null, completed_at is null, status),
                            ',' order by username, title)
                        from lms.enrolment
                        join lms.app_user u on u.id = enrolment.user_id
                        join lms.activity a on a.id = activity_id
                        left join lms.completion c on c.user_id = u.id and c.course_id = a.id
                        left join lms.attendance t on t.user_id = u.id and t.session_id = a.id
                        """)
                .query(String.class)
                .single();
    }
}
