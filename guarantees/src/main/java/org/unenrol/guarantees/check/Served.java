package org.unenrol.guarantees.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The answers that the product serves to an administrator. */
final class Served {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String credentials;

    Served(Properties system) {
        this.url = system.getProperty("api.url");
        this.credentials =
                system.getProperty("api.user") + ":" + system.getProperty("api.password");
    }

    /** The results file; null when there is none. */
    byte @Nullable [] results(String id) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/imports/" + id + "/results.csv"))
                        .header("Authorization", "Basic " + encoded())
                        .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return answer.statusCode() == 200 ? answer.body() : null;
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
