package org.unenrol.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unenrol.account.password.PasswordFault;
import org.unenrol.account.password.PasswordRules;

/**
 * The password of a sample account. A file in the data folder has the one that it has: it is kept
 * there first, and the account gets it at each start, wherever it comes from.
 */
final class SamplePassword {

    private static final int RANDOM_BYTES = 12;

    private final SampleAccount account;
    private final String word;
    private final String inWords;

    private SamplePassword(SampleAccount account, String word, String inWords) {
        this.account = account;
        this.word = word;
        this.inWords = inWords;
    }

    /**
     * The password that is given, or else the one that is kept, or else a new one.
     *
     * @throws CannotStartException when it cannot be kept or read, or is no good one
     */
    static SamplePassword of(SampleAccount account, StandaloneSettings settings) {
        Path file = settings.dataDir().resolve(account.file());
        try {
            return choose(account, account.given(settings), file);
        } catch (IOException e) {
            throw new CannotStartException(
                    "The password of "
                            + account.username()
                            + " cannot be kept in "
                            + file
                            + " ("
                            + e
                            + "): let this account read and write the file, or delete it.",
                    e);
        }
    }

    private static SamplePassword choose(SampleAccount account, @Nullable String given, Path file)
            throws IOException {
        OwnerOnlyFile keeper = new OwnerOnlyFile(file);
        String kept = keeper.read();
        if (given != null && !given.isBlank()) {
            requireGood(given, account, account.setting());
            if (!given.equals(kept)) {
                keeper.write(given);
            }
            return new SamplePassword(
                    account, given, "the password of " + account.setting() + ", kept in " + file);
        }
        if (!kept.isBlank()) {
            requireGood(kept, account, file.toString());
            return new SamplePassword(account, kept, "the password in " + file);
        }
        String generated = generate();
        keeper.write(generated);
        return new SamplePassword(
                account, generated, "the password " + generated + ", kept in " + file);
    }

    private static void requireGood(String password, SampleAccount account, String where) {
        PasswordRules.fault(password, List.of(account.username()))
                .ifPresent(
                        fault -> {
                            throw new CannotStartException(
                                    "The password of " + where + " " + inWords(fault) + ".");
                        });
    }

    private static String inWords(PasswordFault fault) {
        return switch (fault) {
            case TOO_SHORT ->
                    "is too short: choose one of at least " + PasswordRules.FEWEST + " characters";
            case TOO_LONG ->
                    "is longer than " + PasswordRules.MOST_BYTES + " bytes: choose a shorter one";
            case COMMON, PREDICTABLE -> "is easy to guess: choose another one";
        };
    }

    private static String generate() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The password itself, which the accounts must get. */
    String word() {
        return word;
    }

    /** For the service that has the accounts, as a command-line argument. */
    String argument() {
        return "--" + account.property() + "=" + word;
    }

    /** Tells of the administrators, one line for each. */
    static String howToSignIn(List<SamplePassword> passwords) {
        return passwords.stream()
                .filter(password -> password.account != SampleAccount.LEARNER)
                .map(SamplePassword::howToSignIn)
                .collect(Collectors.joining("\nor as ", "Sign in as ", ""));
    }

    /** In words; the password itself only when it has just been generated. */
    String howToSignIn() {
        return account.username() + " with " + inWords;
    }
}
