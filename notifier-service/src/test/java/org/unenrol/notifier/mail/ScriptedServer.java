package org.unenrol.notifier.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers each command as the test wants it; by default it accepts all. */
final class ScriptedServer implements AutoCloseable {

    /** An answer that never comes. */
    static final String SILENCE = "";

    /** The connection is cut instead of an answer. */
    static final String CUT = "CUT";

    private final ServerSocket listening;
    private final SSLContext certificate;
    private final boolean tlsAtOnce;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, Function<String, String>> script = new ConcurrentHashMap<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile List<String> extensions = List.of();
    private volatile Duration acceptance = Duration.ZERO;

    /** A mail whose last line has come, accepted or not. */
    record Mail(String to, String text, boolean secure) {

        String header(String name) {
            return text.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 2);
        }
    }

    private ScriptedServer(SSLContext certificate, boolean tlsAtOnce) {
        try {
            this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.certificate = certificate;
        this.tlsAtOnce = tlsAtOnce;
        daemon(this::accept);
    }

    static ScriptedServer plain() {
        return new ScriptedServer(null, false);
    }

    static ScriptedServer withStartTls(SSLContext certificate) {
        return new ScriptedServer(certificate, false).offering("STARTTLS", "AUTH PLAIN LOGIN");
    }

    static ScriptedServer withTls(SSLContext certificate) {
        return new ScriptedServer(certificate, true).offering("AUTH PLAIN LOGIN");
    }

    ScriptedServer offering(String... offered) {
        extensions = List.of(offered);
        return this;
    }

    /** Answers a command, or CONNECT, or END for a mail's last line; null is the usual answer. */
    ScriptedServer on(String command, Function<String, String> answer) {
        script.put(command, answer);
        return this;
    }

    ScriptedServer on(String command, String answer) {
        return on(command, line -> answer);
    }

    ScriptedServer usual() {
        script.clear();
        return this;
    }

    ScriptedServer acceptingAfter(Duration time) {
        acceptance = time;
        return this;
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The mails that came to their last line, accepted or not. */
    List<Mail> mails() {
        return mails;
    }

    List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                clients.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                // It is closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Socket socket = client;
            if (tlsAtOnce && script.get("TLS") == null) {
                socket = secure(client);
            } else if (tlsAtOnce) {
                Thread.sleep(60_000);
            }
            while (socket != null) {
                socket = talk(socket);
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone.
        }
    }

    private Socket secure(Socket client) throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        certificate
                                .getSocketFactory()
                                .createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    /** Returns the socket to go on with after STARTTLS. */
    private Socket talk(Socket socket) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        boolean secure = socket instanceof SSLSocket;
        if (!secure || tlsAtOnce) {
            say(out, "CONNECT", "", "220 ready");
        }
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(out, verb, line, greeting(secure));
                case "STARTTLS" -> {
                    say(out, verb, line, "220 go ahead");
                    return secure(socket);
                }
                case "AUTH" -> say(out, verb, line, "235 2.7.0 welcome");
                case "RCPT" -> {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, verb, line, "250 2.1.5 fine");
                }
                case "DATA" -> {
                    if (say(out, verb, line, "354 go on").startsWith("354")) {
                        mails.add(new Mail(to, content(in), secure));
                        Thread.sleep(acceptance.toMillis());
                        say(out, "END", to, "250 2.0.0 accepted");
                    }
                }
                case "QUIT" -> {
                    say(out, verb, line, "221 bye");
                    return null;
                }
                default -> say(out, verb, line, "250 fine");
            }
        }
        return null;
    }

    private String greeting(boolean secure) {
        List<String> offered =
                extensions.stream().filter(one -> !(secure && one.equals("STARTTLS"))).toList();
        StringBuilder lines = new StringBuilder("250-localhost\r\n");
        offered.forEach(one -> lines.append("250-").append(one).append("\r\n"));
        return lines + "250 8BITMIME";
    }

    private String say(OutputStream out, String command, String line, String usual)
            throws IOException, InterruptedException {
        Function<String, String> scripted = script.get(command);
        String wanted = scripted == null ? null : scripted.apply(line);
        String answer = wanted == null ? usual : wanted;
        if (answer.equals(SILENCE)) {
            Thread.sleep(60_000);
        }
        if (answer.equals(CUT)) {
            throw new IOException("cut");
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return answer;
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append("\n");
        }
        return text.toString();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
