package org.unenrol.guarantees.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.load.RosterRequest;
import org.unenrol.guarantees.trial.Run.Circumstances;

/**
 * The things known of an import beforehand, for the judge.
 *
 * @param file its bytes
 * @param verified the id of the import that it applies or takes back; empty where there is none
 * @param expected the outcome of each row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Submission(
        byte[] file,
        char delimiter,
        String mode,
        String verified,
        Circumstances circumstances,
        Instant accepted,
        List<String> expected) {

    /** An upload that was accepted just now. */
    static Submission of(
            LearnerRoster roster, String mode, String verified, Circumstances circumstances) {
        return new Submission(
                roster.file(),
                roster.delimiter(),
                mode,
                verified,
                circumstances,
                Instant.now(),
                roster.expected(mode.equals("VERIFY_ONLY")));
    }

    /** A take-back, of as many rows as are expected. */
    static Submission takingBack(
            byte[] file,
            char delimiter,
            String origin,
            Circumstances circumstances,
            List<String> expected) {
        return new Submission(
                file, delimiter, "TAKE_BACK", origin, circumstances, Instant.now(), expected);
    }

    /** A request of an upstream system. */
    static Submission of(RosterRequest request, Instant accepted) {
        return new Submission(
                request.file(),
                ',',
                request.source().mode(),
                "",
                Circumstances.UNDISTURBED,
                accepted,
                request.expected());
    }

    /** Writes it into a folder of its own. */
    void writeTo(Path folder) {
        Properties known = new Properties();
        known.setProperty("mode", mode);
        known.setProperty("accepted", accepted.toString());
        known.setProperty("delimiter", String.valueOf(delimiter));
        known.setProperty("verified", verified);
        known.setProperty("undisturbed", circumstances == Circumstances.UNDISTURBED ? "yes" : "no");
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("upload.csv"), file);
            Files.write(folder.resolve("expected"), expected);
            try (Writer out = Files.newBufferedWriter(folder.resolve("submission.properties"))) {
                known.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
