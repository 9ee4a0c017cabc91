package org.unenrol.test.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks services whether they are ready. */
public final class Readiness {

    private Readiness() {}

    /** Tells whether a service says so; one that does not answer is not ready. */
    public static boolean of(URI service) {
        try {
            HttpURLConnection question =
                    (HttpURLConnection)
                            service.resolve("/actuator/health/readiness").toURL().openConnection();
            question.setConnectTimeout(2_000);
            question.setReadTimeout(5_000);
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
