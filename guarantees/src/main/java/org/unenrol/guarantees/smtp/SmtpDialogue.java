package org.unenrol.guarantees.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client's connection, from the greeting to its end. */
final class SmtpDialogue {

    private static final long SLOW_MILLIS = 1_000;
    private static final long LATE_MILLIS = 10_000;

    private final MailServer server;
    private final Socket client;
    private final KeptMails kept;

    SmtpDialogue(MailServer server, Socket client, KeptMails kept) {
        this.server = server;
        this.client = client;
        this.kept = kept;
    }

    void run() {
        try (client) {
            if (server.manner() == Manner.AWAY) {
                server.note(Manner.AWAY);
                return;
            }
            if (server.manner() == Manner.BUSY) {
                server.note(Manner.BUSY);
                answer("421 too busy");
                return;
            }
            talk();
        } catch (IOException | InterruptedException e) {
            // The client is gone, or was sent away.
        }
    }

    private void talk() throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                client.getInputStream(), StandardCharsets.ISO_8859_1));
        answer("220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("DATA")) {
                answer("354 go on");
                if (!take(read(in))) {
                    return;
                }
            } else if (command.startsWith("QUIT")) {
                answer("221 bye");
                return;
            } else {
                answer(replyTo(command));
            }
        }
    }

    private String replyTo(String command) {
        if (command.startsWith("RCPT") && server.manner() == Manner.REFUSE_RECIPIENT) {
            server.note(Manner.REFUSE_RECIPIENT);
            return "550 no such mailbox";
        }
        return "250 fine";
    }

    /** Returns whether the conversation goes on. */
    private boolean take(@Nullable String mail) throws IOException, InterruptedException {
        if (mail == null) {
            return false;
        }
        Manner manner = server.manner();
        server.note(manner);
        switch (manner) {
            case DEFER -> answer("451 try again later");
            case REFUSE -> answer("554 not wanted");
            case ACCEPT_LATE -> {
                kept.add(mail, KeptMails.Answer.GIVEN);
                Thread.sleep(LATE_MILLIS);
                answer("250 accepted");
            }
            case HANG_AFTER_DATA -> {
                waitForTheClientToGo();
                return false;
            }
            case CUT_BEFORE_ANSWER -> {
                kept.add(mail, KeptMails.Answer.LOST);
                return false;
            }
            default -> {
                kept.add(mail, KeptMails.Answer.GIVEN);
                answer("250 accepted");
            }
        }
        return true;
    }

    private void waitForTheClientToGo() throws IOException {
        while (client.getInputStream().read() >= 0) {
            // Whatever it says now is not heard.
        }
    }

    /** The mail as it was before its dots were doubled; null when the client left half-way. */
    private static @Nullable String read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return mail.toString();
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return null;
    }

    private void answer(String line) throws IOException, InterruptedException {
        if (server.manner() == Manner.SLOW) {
            Thread.sleep(SLOW_MILLIS);
        }
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
