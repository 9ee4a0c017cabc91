package org.unenrol.ingest.problem;

import java.util.List;
import org.springframework.http.ProblemDetail;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.wording.FileMessages;
import org.unenrol.wording.Messages;

/** Problems in words, as the API tells them (RFC 9457). */
final class ProblemMessages {

    private final Messages messages;

    ProblemMessages(Messages messages) {
        this.messages = messages;
    }

    ProblemDetail of(Problem problem) {
        ProblemDetail told = ProblemDetail.forStatus(problem.status());
        told.setType(problem.type().uri());
        told.setTitle(problem.type().title(messages));
        told.setDetail(detail(problem));
        if (problem instanceof Problem.FileRefused file) {
            RefusedFileException refused = file.refused();
            told.setProperty("errors", files().errors(refused));
            told.setProperty("furtherErrors", refused.furtherProblems());
        }
        return told;
    }

    private String detail(Problem problem) {
        if (problem instanceof Problem.FileRefused file) {
            return files().sentence(file.refused().refusal());
        } else if (problem instanceof Problem.Closer closer) {
            return messages.text(
                    "problem.closer." + closer.detail(),
                    closer.values().stream().map(this::inWords).toArray());
        }
        return problem.type().detail(messages);
    }

    private Object inWords(Object value) {
        return value instanceof List<?> alternatives
                ? alternatives.stream()
                        .map(Object::toString)
                        .reduce((some, one) -> messages.text("problem.or", some, one))
                        .orElse("")
                : value;
    }

    private FileMessages files() {
        return FileMessages.in(messages.language());
    }
}
