package org.unenrol.ingest.body;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.unenrol.service.AtATime;

/**
 * Reads bodies that nobody has vouched for: no more of one client at a time than it may have, and
 * none that comes too slowly. A read waits for as long as the web server waits for bytes at all, so
 * a body can take that much longer.
 */
final class BodyReader {

    private final BodySettings settings;
    private final AtATime<String> clients = new AtATime<>();

    BodyReader(BodySettings settings) {
        this.settings = settings;
    }

    /**
     * Reads what is left of a body.
     *
     * @param most bytes
     */
    Arrival read(Request request, OutputStream to, long most) throws IOException {
        String client = request.getRemoteAddr();
        if (!clients.begin(client, settings.atATime())) {
            return Arrival.TOO_MANY;
        }
        try {
            return copy(request.getCoyoteRequest(), Channels.newChannel(to), most);
        } catch (SocketTimeoutException e) {
            return Arrival.TOO_SLOW;
        } catch (EOFException e) {
            return Arrival.CUT;
        } finally {
            clients.end(client);
        }
    }

    private Arrival copy(org.apache.coyote.Request body, WritableByteChannel to, long most)
            throws IOException {
        Piece piece = new Piece();
        long began = System.nanoTime();
        long bytes = 0;
        while (body.doRead(piece) >= 0) {
            bytes += to.write(piece.getByteBuffer());
            if (bytes > most) {
                return Arrival.TOO_LARGE;
            }
            if (isTooSlow(bytes, System.nanoTime() - began)) {
                return Arrival.TOO_SLOW;
            }
        }
        return Arrival.WHOLE;
    }

    private boolean isTooSlow(long bytes, long nanos) {
        double late = (nanos - settings.grace().toNanos()) / 1e9;
        return late > 0 && bytes < late * settings.slowest().toBytes();
    }

    /** Some bytes, as the web server has received them. */
    private static final class Piece implements ApplicationBufferHandler {

        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // the web server hands out its own buffers
        }
    }
}
