package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

class UploadTests extends ApiTestCase {

    @Test
    void makesAnImportOfABodyAndTellsWhereItIs() {
        byte[] file = CsvFile.of("a,B,No", "c,D,Yes");

        MvcTestResult answer = upload(file, "verifyOnly=true&fileName=leavers.csv");

        JsonNode told = json(answer);
        String self = IMPORTS + "/" + idOf(answer);
        assertThat(answer).hasHeader("Location", self);
        assertThat(told.path("state").asString()).isEqualTo("PROCESSING");
        assertThat(told.path("mode").asString()).isEqualTo("VERIFY_ONLY");
        assertThat(told.path("fileName").asString()).isEqualTo("leavers.csv");
        assertThat(told.path("rows").asInt()).isEqualTo(2);
        assertThat(told.path("submittedBy").asString()).isEqualTo(ADMINISTRATOR);
        assertThat(told.path("links").propertyNames()).containsExactly("self", "rows", "cancel");
        assertThat(stored(told.path("id").asString())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({"false, APPLY", "FALSE, APPLY", "True, VERIFY_ONLY"})
    void appliesOnlyWhereThatIsSaid(String verifyOnly, String mode) {
        JsonNode told = json(upload(CsvFile.of("a,B,No"), "verifyOnly=" + verifyOnly));

        assertThat(told.path("mode").asString()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "&learnerEmails=true, true", "&learnerEmails=False, false"})
    void sendsLearnersEmailsUnlessToldOtherwise(String parameter, boolean emails) {
        JsonNode told = json(upload(CsvFile.of("a,B,Yes"), "verifyOnly=false" + parameter));

        assertThat(told.path("learnerEmails").asBoolean()).isEqualTo(emails);
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-2, ISO-8859-2", "utf-16le, UTF-16LE"})
    void readsAFileInTheCharsetThatTheRequestNames(String named, String told) {
        byte[] file = (CsvFile.HEADER + "\r\nbjörn,B,No\r\n").getBytes(Charset.forName(named));

        MvcTestResult answer =
                ask(
                        uploading(file, "verifyOnly=true")
                                .header("Content-Type", "text/csv;charset=" + named));

        assertThat(json(answer).path("charset").asString()).isEqualTo(told);
    }

    @Test
    void tellsHowTheFileWasRead() {
        byte[] file = CsvFile.of("a,B,No");
        byte[] semicolons =
                new String(file, StandardCharsets.UTF_8)
                        .replace(',', ';')
                        .getBytes(StandardCharsets.UTF_8);

        JsonNode told = json(upload(semicolons, "verifyOnly=true"));

        assertThat(told.path("delimiter").asString()).isEqualTo(";");
        assertThat(told.path("reading").asString())
                .isEqualTo("Read as UTF-8, separated by semicolons.");
    }

    private byte[] stored(String id) {
        return jdbc.sql(
                        """
                        select bytes from imports.stored_chunk
                        where file_id = (select upload_file from imports.import where id = ?::uuid)
                        """)
                .param(id)
                .query(byte[].class)
                .single();
    }
}
