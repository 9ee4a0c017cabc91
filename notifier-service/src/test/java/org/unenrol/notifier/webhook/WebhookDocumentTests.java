package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.notifier.webhook.Receiver.Received;

/** Holds a delivery against what the documentation says about it, in its own words. */
class WebhookDocumentTests {

    private static final Path DOCUMENT = Path.of("../docs/webhooks.md");

    @TempDir private Path folder;
    private Received delivery;

    @BeforeEach
    void deliver() throws IOException {
        NotifierLedger.clear();
        try (Receiver receiver = Receiver.open();
                Webhooks webhooks = new Webhooks().to("crm", receiver.url())) {
            webhooks.ended();
            webhooks.offered().turn();
            delivery = receiver.received().get(0);
        }
    }

    @AfterEach
    void clear() {
        NotifierLedger.clear();
    }

    @Test
    void showsAMessageThatItsExampleSecretHasSigned() throws IOException {
        String message = block("\n", "POST /unenrol");

        assertThat(header(message, "webhook-signature"))
                .isEqualTo(
                        WebhookSecret.signatures(
                                List.of(WebhookSecret.of(Webhooks.SECRET)),
                                header(message, "webhook-id"),
                                Long.parseLong(header(message, "webhook-timestamp")),
                                message.substring(message.indexOf("\n\n") + 2).strip()));
        assertThat(header(message, "Content-Type"))
                .isEqualTo(delivery.headers().getFirst("Content-Type"));
        assertThat(header(message, "User-Agent"))
                .isEqualTo(delivery.headers().getFirst("User-Agent"));
    }

    @Test
    void verifiesADeliveryInJava() throws Exception {
        Path source = Files.writeString(folder.resolve("Webhook.java"), block("java\n", "import"));
        assertThat(
                        ToolProvider.getSystemJavaCompiler()
                                .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();

        assertThat(inJava(delivery.body())).isEqualTo(true);
        assertThat(inJava(delivery.body() + " ")).isEqualTo(false);
    }

    private Object inJava(String body) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return loader.loadClass("Webhook")
                    .getMethod(
                            "isGenuine",
                            String.class,
                            String.class,
                            String.class,
                            String.class,
                            byte[].class)
                    .invoke(
                            null,
                            Webhooks.SECRET,
                            delivery.id(),
                            String.valueOf(delivery.timestamp()),
                            delivery.signature(),
                            body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void verifiesADeliveryInPython() throws Exception {
        assumeThat(exitOf("python3", "--version")).isZero();

        assertThat(inPython(delivery.body())).isZero();
        assertThat(inPython(delivery.body() + " ")).isEqualTo(1);
    }

    private int inPython(String body) throws Exception {
        String program =
                block("python\n", "import")
                        + """
                        import sys
                        secret, *headers, body = sys.argv[1:]
                        sys.exit(0 if is_genuine(secret, *headers, body.encode()) else 1)
                        """;
        return exitOf(
                "python3",
                "-c",
                program,
                Webhooks.SECRET,
                delivery.id(),
                String.valueOf(delivery.timestamp()),
                delivery.signature(),
                body);
    }

    private static int exitOf(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String header(String message, String name) {
        Matcher found = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(message);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    /** The block of the document that opens so and begins with this. */
    private static String block(String opening, String beginning) throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf("```" + opening + beginning);
        assertThat(start).as(beginning).isNotNegative();
        int content = start + "```".length() + opening.length();
        return text.substring(content, text.indexOf("```", content));
    }
}
