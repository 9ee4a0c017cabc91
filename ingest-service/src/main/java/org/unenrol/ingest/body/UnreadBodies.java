package org.unenrol.ingest.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Reads what is left of a body when its request has been answered, as the web server would: most
 * clients read no answer before they have sent everything. But it waits for none that is slow: that
 * one's connection is closed.
 */
final class UnreadBodies extends ValveBase {

    private static final String ABANDONED = UnreadBodies.class.getName();

    private final BodyReader reader;

    UnreadBodies(BodyReader reader) {
        super(true);
        this.reader = reader;
    }

    /** Closes the connection when the request has been answered, whatever is still to come. */
    static void abandon(Request request) {
        request.setNote(ABANDONED, true);
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        org.apache.coyote.Request body = request.getCoyoteRequest();
        if (request.isAsync() || body.isFinished() || request.getNote(ABANDONED) != null) {
            return;
        }
        response.finishResponse();
        if (body.hasExpectation()
                || reader.read(request, OutputStream.nullOutputStream(), Long.MAX_VALUE)
                        != Arrival.WHOLE) {
            abandon(request);
        }
    }
}
