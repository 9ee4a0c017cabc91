package org.unenrol.ingest.upstream;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The Java program of {@code docs/messages.md}, compiled. */
final class DocumentedClient {

    private static final Path PAGE = Path.of("..", "docs", "messages.md");
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final Path folder;

    private DocumentedClient(Path folder) {
        this.folder = folder;
    }

    /** Compiles it into a folder. */
    static DocumentedClient compiledIn(Path folder) throws IOException {
        Matcher program = PROGRAM.matcher(Files.readString(PAGE));
        if (!program.find()) {
            throw new IllegalStateException("the page has no program");
        }
        Path source = Files.writeString(folder.resolve("Leavers.java"), program.group(1));
        int failures =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        if (failures != 0) {
            throw new IllegalStateException("the program does not compile");
        }
        return new DocumentedClient(folder);
    }

    /** Starts it; it ends with the last answer. */
    CompletableFuture<Void> start(String... arguments) {
        return CompletableFuture.runAsync(() -> run(arguments));
    }

    private void run(String... arguments) {
        try (URLClassLoader classes =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Method main = classes.loadClass("Leavers").getMethod("main", String[].class);
            main.invoke(null, (Object) arguments);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
