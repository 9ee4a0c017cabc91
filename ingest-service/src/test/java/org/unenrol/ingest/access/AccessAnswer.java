package org.unenrol.ingest.access;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * An answer as somebody sees it.
 *
 * @param location where it leads; empty where it leads nowhere
 */
record AccessAnswer(int status, String location, String body, boolean shows) {

    static AccessAnswer of(MvcTestResult answer, String mark) {
        MockHttpServletResponse response = answer.getResponse();
        String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new AccessAnswer(
                response.getStatus(),
                Objects.requireNonNullElse(response.getHeader("Location"), ""),
                body,
                body.contains(mark));
    }

    /** The word for it in the matrix, no more exact than the one that is expected. */
    String word(String expected) {
        return switch (status) {
            case 401 -> problem("sign-in-needed", "sign in");
            case 403 -> body.contains(":insufficient-scope\"") ? "scope" : "forbidden";
            case 404 -> "not found";
            default -> passed(expected);
        };
    }

    private String problem(String slug, String word) {
        return body.contains("urn:unenrol:problem:" + slug + "\"") ? word : body;
    }

    private String passed(String expected) {
        if (location.startsWith("/sign-in")) {
            return "sign in";
        }
        if (status >= 500) {
            return "failed: " + status;
        }
        if (expected.equals("yes")) {
            return "yes";
        }
        return shows ? "shown" : "not shown";
    }
}
