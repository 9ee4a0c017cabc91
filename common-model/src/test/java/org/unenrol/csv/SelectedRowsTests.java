package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectedRowsTests {

    @Test
    void areWrittenByteForByteAsTheyStand() throws IOException {
        String file =
                String.join(
                        "",
                        "\ufeffsep=;\r\n",
                        "Outcome;Username;Activity external reference;Send unenrolment email\r\n",
                        "old;\"an;na\";FIRE;Yes\r\n",
                        ";ben;FIRE;No\n",
                        ";\"c\"\"\u00e9\";FIRE ;Yes");

        assertThat(selected(file, StandardCharsets.UTF_8, 1, 3))
                .isEqualTo(file.replace(";ben;FIRE;No\n", ""));
        assertThat(selected(file, StandardCharsets.UTF_8, 2)).endsWith("email\r\n;ben;FIRE;No\n");
    }

    private static String selected(String file, Charset charset, Integer... rows)
            throws IOException {
        Set<Integer> wanted = Set.of(rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int written =
                SelectedRows.write(
                        new ByteArrayInputStream(file.getBytes(charset)),
                        charset,
                        wanted::contains,
                        out);
        assertThat(written).isEqualTo(rows.length);
        return out.toString(charset);
    }
}
