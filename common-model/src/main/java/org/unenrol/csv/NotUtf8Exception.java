package org.unenrol.csv;

import java.nio.charset.Charset;

/**
 * Thrown by {@link UnenrolmentFile#next()} at the end of a file that was opened without a charset
 * and has turned out not to be UTF-8. What was read so far is void: read the same bytes again, with
 * {@link #charset()} declared. A caller that cannot do so lets it through: the file is then
 * refused.
 */
public final class NotUtf8Exception extends RefusedFileException {

    private static final long serialVersionUID = 1;

    private final transient Charset charset;

    NotUtf8Exception(Charset charset) {
        super(Reason.UNREADABLE_ENCODING, Refusal.of(Refusal.Kind.NOT_UTF_8));
        this.charset = charset;
    }

    /** The charset to read the file with. */
    public Charset charset() {
        return charset;
    }
}
