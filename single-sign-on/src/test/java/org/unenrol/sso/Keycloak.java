package org.unenrol.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak server with the realm of an organisation, on a port of its own. */
final class Keycloak {

    static final String PASSWORD = "a password of the tests";

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final String ADMINISTRATOR = "keycloak-administrator";
    private static final String USER =
            """
            {"username": "%1$s", "enabled": true, "firstName": "%2$s", "lastName": "Example",
             "email": "%1$s@example.org", "emailVerified": %3$s, "realmRoles": [%4$s],
             "attributes": {"department": [%5$s]},
             "credentials": [{"type": "password", "value": "a password of the tests"}]}
            """;

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private Keycloak(int port) {
        this.port = port;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param port of the server
     * @param portalPort where the realm's client is
     */
    static Keycloak start(int port, int portalPort) {
        Path home = home();
        try {
            Path realm = Files.createDirectories(home.resolve("data/import")).resolve("realm.json");
            Files.writeString(realm, realm(portalPort));
            ProcessBuilder server =
                    new ProcessBuilder(
                                    "bash",
                                    "bin/kc.sh",
                                    "start-dev",
                                    "--db=dev-mem",
                                    "--cache=local",
                                    "--import-realm",
                                    "--http-host=127.0.0.1",
                                    "--http-port=" + port)
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("keycloak.log").toFile());
            server.environment().put("JAVA_OPTS_APPEND", "-Xmx512m");
            server.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
            server.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
            endWithTheTests(server.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Keycloak keycloak = new Keycloak(port);
        Awaitility.await()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(
                        () ->
                                keycloak.get(
                                                        keycloak.issuer()
                                                                + "/.well-known/openid-configuration",
                                                        "")
                                                .statusCode()
                                        == 200);
        return keycloak;
    }

    private static Path home() {
        try (Stream<Path> folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String realm(int portalPort) throws IOException {
        try (var file = Keycloak.class.getResourceAsStream("/realm.json")) {
            String users =
                    Stream.of(
                                    user("ada", "Ada", true, "unenrol-global", ""),
                                    user("cy", "Cy", true, "unenrol-content", "hr"),
                                    user("mallory", "Mallory", true, "unenrol-global", ""),
                                    user("learner", "Lea", true, "", ""),
                                    user("unchecked", "Una", false, "unenrol-global", ""))
                            .collect(Collectors.joining(","));
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${port}", String.valueOf(portalPort))
                    .replace("${users}", users);
        }
    }

    private static String user(
            String username, String name, boolean verified, String role, String department) {
        return USER.formatted(username, name, verified, quoted(role), quoted(department));
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text + '"';
    }

    private static void endWithTheTests(Process server) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.descendants().forEach(ProcessHandle::destroyForcibly);
                                    server.destroyForcibly();
                                }));
    }

    /** The answer to a program that asks for a token of its own (RFC 6749, section 4.4). */
    JsonNode tokenOfTheProgram() {
        return token(Map.of("grant_type", "client_credentials"));
    }

    /** Access token and ID token of a person who has told a program the password. */
    JsonNode tokensOf(String username) {
        return token(
                Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "username",
                        username,
                        "password",
                        PASSWORD.replace(' ', '+')));
    }

    private JsonNode token(Map<String, String> request) {
        String form =
                request.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
        return json(
                send(
                        HttpRequest.newBuilder(
                                        URI.create(issuer() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                form
                                                        + "&client_id=hr-system&client_secret=secret+of+the+tests"))));
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/organisation";
    }

    /** Ends all sessions of a person, as the provider's administrators can. */
    void endSessions(String username) {
        String token = administratorsToken();
        String users = "http://localhost:" + port + "/admin/realms/organisation/users";
        String id =
                json(get(users + "?exact=true&username=" + username, token))
                        .path(0)
                        .path("id")
                        .asString();
        send(
                HttpRequest.newBuilder(URI.create(users + "/" + id + "/logout"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody()));
    }

    private String administratorsToken() {
        String form =
                Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMINISTRATOR,
                                "password",
                                PASSWORD.replace(' ', '+'))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
        return json(send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:"
                                                        + port
                                                        + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))))
                .path("access_token")
                .asString();
    }

    private HttpResponse<String> get(String address, String token) {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
