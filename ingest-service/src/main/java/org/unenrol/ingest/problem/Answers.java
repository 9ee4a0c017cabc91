package org.unenrol.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.unenrol.wording.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the client says that it accepts, in the language of the request. */
@Component
public class Answers {

    private final JsonMapper json;
    private final LocaleResolver languages;

    Answers(JsonMapper json, LocaleResolver languages) {
        this.json = json;
        this.languages = languages;
    }

    /** Answers with this problem; headers that are set already stay. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Messages messages = messages(request);
        byte[] body = json.writeValueAsBytes(new ProblemMessages(messages).of(problem));
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, messages.language());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The messages in the language of a request. */
    Messages messages(HttpServletRequest request) {
        return Messages.in(languages.resolveLocale(request).toLanguageTag());
    }
}
