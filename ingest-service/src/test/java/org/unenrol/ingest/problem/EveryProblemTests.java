package org.unenrol.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ingest.problem.ProblemRequest.call;
import static org.unenrol.ingest.problem.ProblemRequest.file;
import static org.unenrol.ingest.problem.ProblemRequest.form;
import static org.unenrol.ingest.problem.ProblemRequest.posting;
import static org.unenrol.ingest.problem.ProblemRequest.rows;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.BusyAccount;
import org.unenrol.ingest.CsvFile;
import org.unenrol.ingest.RawHttp;
import org.unenrol.wording.Messages;

/** A request for each problem that there is, in every language, through the web server itself. */
class EveryProblemTests extends ApiTestCase {

    private static final byte[] FILE = CsvFile.of("a,B,No");
    private static final String TEXT = new String(FILE, StandardCharsets.UTF_8);
    private static final String PART =
            "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\na\r\n";

    /** Of slow requests there is a test of its own. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REQUEST_TOO_SLOW")
    void isToldInTheLanguageAskedForAndSaysWhich(ProblemType type) {
        ProblemRequest request = request(type);

        for (String language : Messages.LANGUAGES) {
            RawHttp.Answer answer = request.send(new RawHttp(port), language);

            assertThat(answer.status()).isEqualTo(type.status().value());
            assertThat(answer.header("Content-Type"))
                    .isEqualTo("application/problem+json;charset=UTF-8");
            assertThat(answer.header("Content-Language")).isEqualTo(language);
            assertThat(answer.problem()).isEqualTo(type.slug());
            assertThat(answer.json().path("status").asInt()).isEqualTo(type.status().value());
            assertThat(answer.json().path("title").asString())
                    .isEqualTo(type.title(Messages.in(language)));
            assertThat(answer.json().path("detail").asString()).endsWith(".");
        }
        assertThat(detail(request, "de")).isNotEqualTo(detail(request, "en"));
    }

    private String detail(ProblemRequest request, String language) {
        return request.send(new RawHttp(port), language).json().path("detail").asString();
    }

    private ProblemRequest request(ProblemType type) {
        return switch (type) {
            case REQUEST_UNREADABLE -> call("GET /api/v1/imports?state=%00");
            case PARAMETER_INVALID -> call("GET /api/v1/imports?state=DONE");
            case FORM_UNREADABLE -> posting(TEXT, "Content-Type: multipart/form-data");
            case UPLOAD_CUT -> posting(TEXT, "Content-Type: text/csv", "Content-Length: 999");
            case VERIFY_ONLY_MISSING -> call("POST /api/v1/imports", "Content-Type: text/csv");
            case FILE_MISSING -> form("");
            case SEVERAL_FILES -> form(PART + PART);
            case KEY_INVALID -> posting(TEXT, "Content-Type: text/csv", "Idempotency-Key: ");
            case SIGN_IN_NEEDED -> call("GET /api/v1/imports", "Authorization: Basic bm9ib2R5Ong=");
            case INVALID_TOKEN -> call("GET /api/v1/imports", "Authorization: Bearer unenrol_x");
            case INSUFFICIENT_SCOPE -> posting(TEXT, "Authorization: Bearer " + readingToken());
            case NOT_AN_ADMINISTRATOR -> call("GET /api/v1/imports", asLearner());
            case ORIGIN_NOT_ALLOWED -> call("GET /api/v1/imports", "Origin: http://elsewhere");
            case PATH_UNKNOWN -> call("GET /api/v1/nothing");
            case IMPORT_NOT_FOUND -> call("GET /api/v1/imports/" + UUID.randomUUID());
            case METHOD_NOT_ALLOWED -> call("DELETE /api/v1/imports");
            case NOT_ACCEPTABLE -> call("GET /api/v1/imports", "Accept: text/html");
            case MEDIA_TYPE_UNSUPPORTED -> posting(TEXT, "Content-Type: text/plain");
            case CHARSET_UNKNOWN -> posting(TEXT, "Content-Type: text/csv;charset=none");
            case EXPECTATION_FAILED -> call("GET /api/v1/imports", "Expect: miracles");
            case RESULTS_NOT_READY ->
                    call("GET /api/v1/imports/" + verifying(FILE) + "/results.csv");
            case RESULTS_NOT_MADE -> call("GET /api/v1/imports/" + failed() + "/results.csv");
            case NOT_APPLICABLE -> call("POST /api/v1/imports/" + verifying(FILE) + "/apply");
            case NOTHING_TO_TAKE_BACK -> call("POST /api/v1/imports/" + ended() + "/take-back");
            case TAKES_BACK_ITSELF -> call("POST /api/v1/imports/" + takingBack() + "/take-back");
            case NOTHING_TO_RUN_AGAIN -> call("POST /api/v1/imports/" + ended() + "/retry");
            case ALREADY_ENDED -> call("POST /api/v1/imports/" + ended() + "/cancel");
            case RESULTS_GONE -> call("GET /api/v1/imports/" + forgotten() + "/results.csv");
            case FILE_GONE -> call("POST /api/v1/imports/" + withoutFile() + "/apply");
            case KEY_REUSED -> posting(TEXT, "Content-Type: text/csv", "Idempotency-Key: " + key());
            case TOO_MUCH_AT_A_TIME -> posting(TEXT, "Content-Type: text/csv", asBusy());
            case INTERNAL_ERROR -> call("GET /api/v1/imports/" + damaged() + "/rows");
            default -> badFile(type);
        };
    }

    private static ProblemRequest badFile(ProblemType type) {
        return switch (type) {
            case FILE_EMPTY -> file("");
            case FILE_NO_ROWS -> rows("");
            case FILE_TOO_LARGE -> rows("a,B,No" + "o".repeat(1_048_576));
            case FILE_TOO_MANY_ROWS -> rows("a,B,No\n".repeat(61));
            case FILE_NOT_A_CSV -> file("PK\3\4");
            case FILE_HEADER_NOT_FOUND -> file("Leavers in June\na,B,No\n");
            case FILE_HEADER_MISPLACED -> file("Leavers\n" + CsvFile.HEADER + "\na,B,No\n");
            case FILE_COLUMN_MISSING -> file("Username\na\n");
            case FILE_COLUMN_TWICE -> file("Username," + CsvFile.HEADER + "\na,a,B,No\n");
            case FILE_TOO_MANY_COLUMNS -> file(CsvFile.HEADER + ",x".repeat(16_400) + "\na,B,No\n");
            case FILE_TOO_MANY_BLANK_LINES -> rows("a,B,No\n" + "\n \n".repeat(90_000));
            case FILE_QUOTES_TOO_FAR_APART ->
                    file(
                            CsvFile.HEADER
                                    + ",Note\na,B,No,\"x\n"
                                    + ("c,D,No," + "y".repeat(9_000) + "\n").repeat(40)
                                    + "e,F,No,24\"\n");
            case FILE_UNREADABLE_ENCODING ->
                    posting(TEXT, "Content-Type: text/csv;charset=Shift_JIS");
            default -> throw new IllegalStateException("nothing is known to be answered " + type);
        };
    }

    private static String asLearner() {
        return "Authorization: Basic "
                + HttpHeaders.encodeBasicAuth("amelia.hughes", PASSWORD, StandardCharsets.UTF_8);
    }

    private String asBusy() {
        BusyAccount busy = BusyAccount.make(jdbc);
        busy.beginAsManyImportsAsItMayHave();
        return "Authorization: Basic "
                + HttpHeaders.encodeBasicAuth(busy.username(), PASSWORD, StandardCharsets.UTF_8);
    }

    private String readingToken() {
        return tokens.issue(
                ADMINISTRATOR, "Test", Set.of(TokenScope.IMPORTS_READ), Duration.ofDays(1));
    }

    private UUID ended() {
        UUID id = verifying(FILE);
        others.end(id, READY);
        return id;
    }

    private UUID takingBack() {
        UUID id = applying(FILE);
        others.end(id, UNENROLLED);
        return idOf(post(IMPORTS + "/" + id + "/take-back"));
    }

    private UUID failed() {
        UUID id = verifying(FILE);
        others.fail(id);
        return id;
    }

    private UUID forgotten() {
        UUID id = ended();
        jdbc.sql("update imports.progress set results_file = null where import_id = ?")
                .param(id)
                .update();
        return id;
    }

    private UUID withoutFile() {
        UUID id = ended();
        jdbc.sql("update imports.progress set upload_deleted_at = now() where import_id = ?")
                .param(id)
                .update();
        jdbc.sql("update imports.import set upload_file = null where id = ?").param(id).update();
        return id;
    }

    private String key() {
        String key = UUID.randomUUID().toString();
        ask(uploading(CsvFile.of("c,D,No"), "verifyOnly=true").header("Idempotency-Key", key));
        return key;
    }

    /** Its outcomes cannot be read: no process that there is has written them. */
    private UUID damaged() {
        UUID id = ended();
        jdbc.sql("update imports.row_outcome set code = 'NO_SUCH_CODE' where import_id = ?")
                .param(id)
                .update();
        return id;
    }
}
