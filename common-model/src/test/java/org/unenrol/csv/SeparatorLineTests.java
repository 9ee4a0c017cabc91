package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unenrol.csv.RefusedFileException.Reason;

class SeparatorLineTests {

    private static final String PUNCTUATION = "\t!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    @Test
    void separatesByAnyPunctuationMarkOfAscii() {
        assertThat(PUNCTUATION.chars())
                .allSatisfy(
                        c ->
                                assertThat(usernames(file("sep=", c, c), UTF_8))
                                        .containsExactly(
                                                "an" + Character.toString(c) + "na", "ben"));
    }

    @Test
    void readsOrRefusesEveryOtherCharacter() {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE, Encoding.WINDOWS_1252)) {
            assertThat(characters())
                    .filteredOn(c -> charset.newEncoder().canEncode(Character.toString(c)))
                    .allSatisfy(
                            c -> {
                                assertThat(refusal(file("sep=", c, c), charset))
                                        .isNotNull()
                                        .isNotEqualTo(Reason.COLUMN_MISSING);
                                if (c > ' ' && !isLineEnd(c)) {
                                    assertThat(usernames(file("sep=", c, ','), charset))
                                            .containsExactly("an,na", "ben");
                                }
                            });
        }
    }

    @Test
    void neverFailsWhateverFollowsTheSign() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(8)];
            random.nextBytes(bytes);
            String line = (random.nextBoolean() ? "\"" : "") + "sep=" + new String(bytes, UTF_8);
            String delimiter = line.length() > 4 ? line.substring(line.length() - 1) : ";";

            outcome(line + "\r\n" + Files.HEADER.replace(",", delimiter) + "\r\na,B,Yes", UTF_8);
        }
    }

    private static IntStream characters() {
        return IntStream.concat(
                        IntStream.range(0, 0x180),
                        IntStream.of(
                                0x2028, 0x3000, 0xfeff, 0xfffd, 0xff0c, 0x1f600, 0xe0041, 0x10ffff))
                .filter(c -> c >= 0x80 || PUNCTUATION.indexOf(c) < 0);
    }

    private static boolean isLineEnd(int c) {
        return c == '\r' || c == '\n';
    }

    private static String file(String start, int named, int used) {
        String delimiter = Character.toString(used);
        return start
                + Character.toString(named)
                + "\r\n"
                + Files.HEADER.replace(",", delimiter)
                + "\r\n\"an"
                + delimiter
                + "na\""
                + delimiter
                + "B"
                + delimiter
                + "Yes\r\n"
                + String.join(delimiter, "ben", "B", "\"No\"")
                + "\r\n";
    }

    private static List<String> usernames(String file, Charset charset) {
        return Files.rows(file.getBytes(charset), charset).stream().map(FileRow::username).toList();
    }

    private static Reason refusal(String file, Charset charset) {
        return outcome(file, charset);
    }

    /** Null when it is read. */
    private static Reason outcome(String file, Charset charset) {
        try (UnenrolmentFile opened =
                UnenrolmentFile.open(
                        new ByteArrayInputStream(file.getBytes(charset)),
                        FileLimits.unlimited(),
                        charset)) {
            while (opened.next() != null) {
                // to the end
            }
            return null;
        } catch (RefusedFileException refusal) {
            return refusal.reason();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
