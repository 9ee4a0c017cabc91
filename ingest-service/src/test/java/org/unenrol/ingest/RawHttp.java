package org.unenrol.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the web server byte by byte, also those that no client would send. */
public record RawHttp(int port) {

    private static final String CREDENTIALS =
            HttpHeaders.encodeBasicAuth(
                    ApiTestCase.ADMINISTRATOR, ApiTestCase.PASSWORD, StandardCharsets.UTF_8);

    /**
     * Sends one as the Global administrator and reads what comes back.
     *
     * @param start the method and the address
     * @param headers each a whole line; they come before those that are sent otherwise
     */
    public Answer send(String start, List<String> headers, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request(start, headers, body));
            socket.shutdownOutput();
            return new Answer(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(String start, List<String> headers, byte[] body) {
        List<String> head = new ArrayList<>();
        head.add(start + " HTTP/1.1");
        head.add("Connection: close");
        head.addAll(headers);
        addMissing(head, "Host: ", "localhost");
        addMissing(head, "Authorization: Basic ", CREDENTIALS);
        if (start.startsWith("POST") && !headers.contains("Transfer-Encoding: chunked")) {
            addMissing(head, "Content-Length: ", String.valueOf(body.length));
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void addMissing(List<String> head, String name, String value) {
        if (head.stream().noneMatch(header -> header.startsWith(name))) {
            head.add(name + value);
        }
    }

    /** An answer as it came. */
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.substring("HTTP/1.1 ".length()).substring(0, 3));
        }

        /** Empty where there is none. */
        public String header(String name) {
            return text.substring(0, text.indexOf("\r\n\r\n"))
                    .lines()
                    .filter(
                            line ->
                                    line.toLowerCase(Locale.ROOT)
                                            .startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public JsonNode json() {
            return new JsonMapper()
                    .readTree(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1));
        }

        /** The last part of the problem's type. */
        public String problem() {
            return json().path("type").asString().replaceAll(".*:", "");
        }
    }
}
