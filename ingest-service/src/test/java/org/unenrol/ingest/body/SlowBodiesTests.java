package org.unenrol.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.unenrol.ingest.ApiTestCase;

/** Clients that send slowly, or never end, hold nobody up who does not. */
class SlowBodiesTests extends ApiTestCase {

    /** More than the threads of the web server. */
    private static final int MANY = 205;

    private static final int AT_A_TIME = 32;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /sign-in HTTP/1.1\r\n" + FORM,
                "POST /forgotten-password HTTP/1.1\r\n",
                "PUT /api/v1/imports HTTP/1.1\r\n" + FORM,
                "POST /api/v1/imports?verifyOnly=true HTTP/1.1\r\nContent-Type: text/csv\r\n",
                "POST /imports HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            })
    void keepNobodyElseFromBeingAnswered(String head) throws IOException {
        for (int i = 0; i < MANY; i++) {
            open(head + "Content-Length: 50000\r\n").getOutputStream().write('u');
        }

        Socket other = open("GET /actuator/health/liveness HTTP/1.1\r\n");
        other.setSoTimeout(5_000);
        assertThat(answer(other)).startsWith("HTTP/1.1 200");
    }

    @Test
    void areLeftAloneSoon() throws IOException {
        for (int i = 0; i < AT_A_TIME; i++) {
            open("POST /sign-in HTTP/1.1\r\n" + FORM + "Content-Length: 50\r\n");
            open("POST /api/v1/imports HTTP/1.1\r\nContent-Length: 50000\r\n");
        }

        for (Socket client : List.copyOf(clients)) {
            assertThat(endsWithin(client, Duration.ofSeconds(15))).isTrue();
        }
    }

    @Test
    void areToldThatTheyAreSlowAndTheirConnectionsAreClosed() throws Exception {
        Socket client =
                open("POST /api/v1/imports HTTP/1.1\r\n" + FORM + "Content-Length: 500\r\n");
        for (int i = 0; i < 6; i++) {
            client.getOutputStream().write('u');
            Thread.sleep(250);
        }

        assertThat(answer(client))
                .startsWith("HTTP/1.1 408")
                .contains("urn:unenrol:problem:request-too-slow");
    }

    @Test
    void areTurnedAwayWhereOneClientHasTooManyAtATime() throws IOException {
        String head = "POST /api/v1/imports HTTP/1.1\r\n" + FORM + "Content-Length: 500\r\n";
        Socket[] all = new Socket[AT_A_TIME + 1];
        for (int i = 0; i <= AT_A_TIME; i++) {
            all[i] = open(head);
        }

        assertThat(all)
                .extracting(SlowBodiesTests::answer)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 429"))
                .singleElement()
                .asString()
                .contains("urn:unenrol:problem:too-much-at-a-time");
    }

    @Test
    void areReadAsFormsWhereTheyComeInTime() throws Exception {
        String form = "username=nobody&password=nothing";
        Socket client =
                open(
                        "POST /sign-in HTTP/1.1\r\n"
                                + FORM
                                + "Content-Length: "
                                + form.length()
                                + "\r\n");
        client.getOutputStream().write(form.substring(0, 9).getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(300);
        client.getOutputStream().write(form.substring(9).getBytes(StandardCharsets.US_ASCII));

        assertThat(answer(client)).startsWith("HTTP/1.1 302");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 65537\r\n", "Transfer-Encoding: chunked\r\n"})
    void areRefusedWhereTheyAreTooLargeForAForm(String length) throws IOException {
        Socket client = open("POST /sign-in HTTP/1.1\r\n" + FORM + length);
        byte[] piece = "a".repeat(65_537).getBytes(StandardCharsets.US_ASCII);
        if (length.startsWith("Transfer")) {
            client.getOutputStream().write("10001\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        client.getOutputStream().write(piece);

        assertThat(answer(client)).startsWith("HTTP/1.1 413");
    }

    /** Most clients send all before they read an answer. */
    @Test
    void areReceivedWholeWhereTheyAreRefusedAndQuick() throws IOException {
        int size = 20_000_000;
        Socket client =
                open(
                        "POST /api/v1/imports?verifyOnly=true HTTP/1.1\r\nContent-Type: text/csv\r\n"
                                + "Content-Length: "
                                + size
                                + "\r\n");
        client.getOutputStream().write(new byte[size]);
        client.shutdownOutput();

        assertThat(answer(client)).startsWith("HTTP/1.1 401");
    }

    /** Whoever does looks for one before sending the rest, too. */
    @Test
    @SuppressWarnings("StringConcatToTextBlock") // it has the line ends of HTTP
    void areNotWaitedForWhereTheClientLooksForAnAnswerFirst() throws IOException {
        Socket client =
                open(
                        "POST /api/v1/imports?verifyOnly=true HTTP/1.1\r\nContent-Type: text/csv\r\n"
                                + "Expect: 100-continue\r\nContent-Length: 5000\r\n");

        assertThat(line(client.getInputStream())).isEqualTo("HTTP/1.1 100 ");
        line(client.getInputStream());
        assertThat(answer(client)).startsWith("HTTP/1.1 401");
        assertThat(endsWithin(client, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void areReadWhereTheClientWaitsToBeAskedForThem() throws IOException {
        Socket client =
                open(
                        "POST /sign-in HTTP/1.1\r\n"
                                + FORM
                                + "Expect: 100-continue\r\nContent-Length: 3\r\n");
        assertThat(line(client.getInputStream())).isEqualTo("HTTP/1.1 100 ");
        line(client.getInputStream());
        client.getOutputStream().write("a=b".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer(client)).startsWith("HTTP/1.1 302");
    }

    @Test
    void areRefusedWhereTheyAreCut() throws IOException {
        Socket client =
                open("POST /api/v1/imports HTTP/1.1\r\n" + FORM + "Content-Length: 500\r\n");
        client.shutdownOutput();

        assertThat(answer(client)).startsWith("HTTP/1.1 400");
    }

    private Socket open(String head) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        clients.add(client);
        String all = head + HttpHeaders.HOST + ": localhost\r\n\r\n";
        client.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** The head and the body of an answer, or so much as comes at once. */
    private static String answer(Socket client) {
        byte[] some = new byte[4_096];
        try {
            int read = client.getInputStream().readNBytes(some, 0, 12);
            read += client.getInputStream().read(some, read, some.length - read);
            return new String(some, 0, read, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static boolean endsWithin(Socket client, Duration time) throws IOException {
        client.setSoTimeout(Math.toIntExact(time.toMillis()));
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketException e) {
            return true;
        }
    }
}
