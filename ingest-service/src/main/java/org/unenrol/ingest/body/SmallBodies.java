package org.unenrol.ingest.body;

import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.tomcat.util.buf.ByteChunk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.unenrol.ingest.problem.ApiRequests;

/**
 * Reads the forms that people send, and all else that is no file, before anything looks for a token
 * or a password in them: that would wait for a slow one for ever.
 */
final class SmallBodies extends ValveBase {

    private final BodyReader reader;
    private final int most;

    SmallBodies(BodyReader reader, BodySettings settings) {
        super(true);
        this.reader = reader;
        this.most = Math.toIntExact(settings.largestForm().toBytes());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (hasBody(request) && isSmall(request)) {
            Arrival arrival = arrival(request, response);
            if (arrival != Arrival.WHOLE) {
                if (arrival != Arrival.TOO_LARGE) {
                    UnreadBodies.abandon(request);
                }
                response.sendError(status(arrival).value());
                return;
            }
        }
        getNext().invoke(request, response);
    }

    private Arrival arrival(Request request, Response response) throws IOException {
        if (request.getContentLengthLong() > most) {
            return Arrival.TOO_LARGE;
        }
        response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
        request.getCoyoteRequest().setExpectation(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrival arrival = reader.read(request, bytes, most);
        if (arrival == Arrival.WHOLE) {
            ByteChunk body = new ByteChunk();
            body.setBytes(bytes.toByteArray(), 0, bytes.size());
            request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, body);
        }
        return arrival;
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isSmall(Request request) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        String known = type.toLowerCase(Locale.ROOT);
        return known.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || (!known.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                        && !ApiRequests.covers(request));
    }

    private static HttpStatus status(Arrival arrival) {
        return switch (arrival) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
