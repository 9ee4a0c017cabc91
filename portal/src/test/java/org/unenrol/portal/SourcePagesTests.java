package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.model.Mode;

/** The pages of upstream systems, and what other pages say of them. */
class SourcePagesTests extends PageTestCase {

    @BeforeEach
    void forgetRequests() {
        change("truncate imports.import, imports.stored_file, imports.upstream_request cascade");
        change("truncate imports.upstream_set_aside");
    }

    @Test
    void listTheSystemsWithTheirNumbers() {
        request("hr", "r-1", "ACCEPTED", null);
        request("hr", "r-2", "REFUSED", "NO_ROWS");
        change(
                "insert into imports.upstream_set_aside (source, position, reason) values ('hr', 'p@1', 'UNREADABLE')");

        assertThat(read("/sources", "en"))
                .contains("Upstream systems", "hr 2 0 1 1 3", "records 0 0 0 0 ?");
        assertThat(read("/sources", "de")).contains("Vorsysteme");
    }

    @Test
    void showTheRequestsOfASystem() {
        UUID importId = imports.submitted(Mode.VERIFY_ONLY, 1);
        request("hr", "r-1", "ACCEPTED", null);
        change("update imports.upstream_request set import_id = '" + importId + "'");
        request("hr", "r-2", "REFUSED", "NO_ROWS");
        request("hr", "r-3", "RECEIVING", null);

        assertThat(read("/sources/hr", "en"))
                .contains(
                        "3 requests: 1 open, 1 refused. No record was set aside.",
                        "3 records have not been read yet.",
                        "Last error: NO_ROWS,",
                        "Being received",
                        "Refused NO_ROWS");
        assertThat(page("/sources/hr", "en")).bodyText().contains("/imports/" + importId);
        assertThat(read("/sources/hr", "de")).contains("3 Anfragen: 1 offen, 1 abgelehnt.");
    }

    @Test
    void tellOfASystemThatHasSentNothing() {
        assertThat(read("/sources/records", "en"))
                .contains("It has sent no request yet.", "as the broker does not answer");
    }

    @Test
    void leadToTheNextPageOfRequests() {
        for (int i = 0; i < 51; i++) {
            request("hr", "r-" + i, "RECEIVING", null);
        }

        assertThat(page("/sources/hr", "en")).bodyText().contains("/sources/hr?page=2");
        assertThat(read("/sources/hr?page=2", "en")).contains("Page 2");
    }

    @Test
    void areNotThereForASystemThatIsNotConfigured() {
        assertThat(page("/sources/other", "en")).hasStatus(404);
    }

    @Test
    void tellTheSourceOfAnImport() {
        UUID own = imports.submitted(Mode.VERIFY_ONLY, 1);
        UUID from = imports.submitted(Mode.VERIFY_ONLY, 2);
        change(
                "update imports.import set source = 'hr', submitter_email = null where id = '%s'"
                        .formatted(from));

        assertThat(read("/imports", "en")).contains("Helen Marsh · hr");
        assertThat(page("/imports?source=hr", "en"))
                .bodyText()
                .contains("/imports/" + from)
                .doesNotContain("/imports/" + own);
        assertThat(read("/imports/" + from, "en"))
                .contains("It came from hr.")
                .doesNotContain("helen@example.org");
        assertThat(read("/imports/" + own, "en"))
                .contains("helen@example.org")
                .doesNotContain("It came from");
    }

    /** As the body of a refusal has its reason. */
    private static void request(String source, String id, String state, String refusal) {
        UUID request = UUID.randomUUID();
        PortalDatabase.JDBC
                .sql(
                        """
                        insert into imports.upstream_request
                            (id, source, request_id, state, refusal, reply_rows, language)
                        values (?, ?, ?, ?, ?, true, 'en')
                        """)
                .params(request, source, id, state, refusal)
                .update();
        if (refusal != null) {
            PortalDatabase.JDBC
                    .sql(
                            """
                            insert into imports.upstream_reply (request, type, body)
                            values (?, 'REFUSED', json_build_object('reason', ?::text))
                            """)
                    .params(request, refusal)
                    .update();
        }
    }

    private static void change(String sql) {
        PortalDatabase.JDBC.sql(sql).update();
    }
}
