package org.unenrol.guarantees.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves crash points and mutants into classes of the product and of its libraries, and writes
 * these classes into a file that a process has on its classpath before the product's own.
 */
public final class Weaver {

    static final String ORDERS = "unenrol.crash.orders";

    private static final ClassFileLocator CLASSES =
            ClassFileLocator.ForClassLoader.ofSystemLoader();

    private Weaver() {}

    /**
     * The file of woven classes.
     *
     * @param folder in which it is kept; what is there is not woven again
     * @param mutant what the process is to be besides
     */
    public static Path weave(Path folder, String service, @Nullable Mutant mutant) {
        Path jar =
                folder.resolve("woven-" + service + (mutant == null ? "" : "-" + mutant) + ".jar");
        if (!Files.exists(jar)) {
            try {
                write(jar, files(service, mutant));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jar;
    }

    /**
     * The further arguments of a JVM.
     *
     * @param orders where the process looks for orders to crash
     */
    public static List<String> jvmArguments(Path orders) {
        return List.of("-D" + ORDERS + "=" + orders);
    }

    private static List<Change> changes(String service, @Nullable Mutant mutant) {
        List<Change> changes = new ArrayList<>();
        Arrays.stream(CrashPoint.values())
                .filter(point -> point.service().equals(service))
                .map(Change::of)
                .forEach(changes::add);
        if (service.equals(SlowedPlatform.SERVICE)) {
            changes.add(SlowPlatformAdvice.change());
        }
        if (mutant != null) {
            changes.addAll(mutant.changes());
        }
        return changes;
    }

    private static Map<String, byte[]> woven(List<Change> changes) {
        TypePool types = TypePool.Default.of(CLASSES);
        return changes.stream().collect(Collectors.groupingBy(Change::type)).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                one -> entry(one.getKey()),
                                one -> woven(types, one.getKey(), one.getValue())));
    }

    private static byte[] woven(TypePool types, String type, List<Change> changes) {
        DynamicType.Builder<?> builder =
                new ByteBuddy().redefine(types.describe(type).resolve(), CLASSES);
        for (Change change : changes) {
            builder = builder.visit(change.advice().on(change.methods()));
        }
        return builder.make().getBytes();
    }

    private static Map<String, byte[]> files(String service, @Nullable Mutant mutant)
            throws IOException {
        Map<String, byte[]> files = new HashMap<>(ours());
        files.putAll(woven(changes(service, mutant)));
        if (mutant != null) {
            files.put(SqlRewriting.RULES_FILE, rules(mutant));
        }
        return files;
    }

    private static byte[] rules(Mutant mutant) throws IOException {
        Properties rules = new Properties();
        rules.putAll(mutant.otherSql());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rules.store(bytes, null);
        return bytes.toByteArray();
    }

    private static void write(Path file, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                jar.putNextEntry(new JarEntry(one.getKey()));
                jar.write(one.getValue());
            }
        }
    }

    /** The classes that the woven ones call. */
    private static Map<String, byte[]> ours() throws IOException {
        Path classes = home(Weaver.class);
        String folder = Weaver.class.getPackageName().replace('.', '/');
        try (Stream<Path> files = Files.list(classes.resolve(folder))) {
            return files.collect(
                    Collectors.toMap(file -> folder + "/" + file.getFileName(), Weaver::read));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String type) {
        return type.replace('.', '/') + ".class";
    }

    /** The origin of a class: a jar, or a folder of classes. */
    public static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
