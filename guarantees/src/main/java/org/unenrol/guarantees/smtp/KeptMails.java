package org.unenrol.guarantees.smtp;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** The mails that were accepted: each a file, with what was seen as it came beside it. */
public final class KeptMails {

    private final Path folder;
    private final Results results;
    private final AtomicInteger count = new AtomicInteger();

    KeptMails(Path folder, Results results) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.results = results;
    }

    /** Tells whether the sender can have learnt that the mail was accepted. */
    enum Answer {
        GIVEN,
        LOST
    }

    /** Tells whether the results that a mail speaks of could be read when it came. */
    public enum WasReadable {
        YES,
        NO,
        /** It speaks of none, or nobody could tell. */
        UNKNOWN
    }

    /** Looks whether results can be read. */
    @FunctionalInterface
    public interface Results {

        /** Gets the mail as it came. */
        WasReadable behind(String mail);
    }

    int count() {
        return count.get();
    }

    void add(String mail, Answer answer) throws IOException {
        Properties seen = new Properties();
        seen.setProperty("accepted", Instant.now().toString());
        seen.setProperty("answer", answer.name());
        seen.setProperty("results", results.behind(mail).name());
        String name = "%07d".formatted(count.incrementAndGet());
        try (Writer out = Files.newBufferedWriter(folder.resolve(name + ".properties"))) {
            seen.store(out, null);
        }
        // The mail itself comes last: it is there only when all of it is.
        Path unfinished = folder.resolve(name + ".part");
        Files.writeString(unfinished, mail, StandardCharsets.ISO_8859_1);
        Files.move(unfinished, folder.resolve(name + ".eml"));
    }
}
