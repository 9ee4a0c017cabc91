package org.unenrol.guarantees.check;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Judges a run by its evidence, as a program of its own. It knows the product's public interfaces
 * and the names of its tables, and uses none of its classes.
 */
public final class Checker {

    private Checker() {}

    /**
     * Prints what it has found; ends with 1 when a guarantee is broken.
     *
     * @param arguments the folder of the evidence and the name of the run
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("check FOLDER RUN: the evidence of a system that still runs");
            System.exit(2);
        }
        Judgement verdict = judge(Path.of(arguments[0]), arguments[1]);
        System.out.println(verdict.inWords());
        System.exit(verdict.broken().isEmpty() ? 0 : 1);
    }

    /** Judges the evidence of a run. */
    public static Judgement judge(Path evidence, String run)
            throws IOException, SQLException, MessagingException, InterruptedException {
        return Judgement.on(new Gathering(evidence, run).evidence());
    }
}
