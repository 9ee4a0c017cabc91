package org.unenrol.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All mails that the server has accepted, whomever they are addressed to. Mails that were read once
 * are remembered as long as there is memory. Safe for many threads.
 */
public final class Mailbox {

    private final MailFolder folder;
    private final Map<String, SoftReference<ReceivedMail>> read = new ConcurrentHashMap<>();

    Mailbox(MailFolder folder) {
        this.folder = folder;
    }

    /** All of them, newest first. */
    public List<ReceivedMail> messages() {
        return messages(Integer.MAX_VALUE);
    }

    /** The newest, newest first: reads no more of them than it gives. */
    public List<ReceivedMail> messages(int limit) {
        return ids().map(this::message).flatMap(Optional::stream).limit(limit).toList();
    }

    private Stream<String> ids() {
        try {
            return folder.ids().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail with this id, if there is one. */
    public Optional<ReceivedMail> message(String id) {
        ReceivedMail known = remembered(id);
        return known == null ? fromDisk(id) : Optional.of(known);
    }

    private @Nullable ReceivedMail remembered(String id) {
        SoftReference<ReceivedMail> reference = read.get(id);
        return reference == null ? null : reference.get();
    }

    private Optional<ReceivedMail> fromDisk(String id) {
        try {
            Optional<ReceivedMail> mail = folder.read(id).map(bytes -> MailReader.read(id, bytes));
            mail.ifPresent(found -> read.put(id, new SoftReference<>(found)));
            return mail;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all mails for good. */
    public void clear() {
        ids().forEach(this::delete);
        read.clear();
    }

    private void delete(String id) {
        try {
            folder.delete(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
