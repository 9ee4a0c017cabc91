package org.unenrol.guarantees.weave;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * The agent that weaves. It does so only in a process that is told where its orders are, or which
 * mutant it is to be.
 */
public final class Weaver {

    private static final String[] LIBRARIES = {
        "org.apache.kafka.clients.consumer.KafkaConsumer",
        "org.springframework.jdbc.core.simple.DefaultJdbcClient"
    };

    static final String ORDERS = "unenrol.crash.orders";
    static final String MUTANT = "unenrol.mutant";

    private Weaver() {}

    /** Called by the JVM before the program. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        // By name alone: to look into every class that is loaded would double the time of a start.
        AgentBuilder agent =
                new AgentBuilder.Default()
                        .disableClassFormatChanges()
                        .ignore(not(nameStartsWith("org.unenrol.").or(namedOneOf(LIBRARIES))));
        String orders = System.getProperty(ORDERS);
        if (orders != null) {
            String service = Path.of(orders).getFileName().toString();
            for (CrashPoint point : CrashPoint.values()) {
                if (point.service().equals(service)) {
                    agent = weave(agent, point);
                }
            }
        }
        String mutant = System.getProperty(MUTANT);
        if (mutant != null) {
            agent = Mutant.valueOf(mutant).weave(agent);
        }
        agent.installOn(instrumentation);
    }

    private static AgentBuilder weave(AgentBuilder agent, CrashPoint point) {
        Class<?> advice =
                point.when() == CrashPoint.When.BEFORE
                        ? CrashAdvice.Before.class
                        : CrashAdvice.After.class;
        return agent.type(named(point.type()))
                .transform(
                        (builder, type, loader, module, domain) ->
                                builder.visit(
                                        Advice.withCustomMapping()
                                                .bind(CrashAdvice.Point.class, point.name())
                                                .to(advice)
                                                .on(named(point.method()).and(not(isAbstract())))));
    }

    /**
     * What a JVM is started with to be woven.
     *
     * @param folder for the agent's file
     * @param orders where the process looks for orders to crash
     */
    public static List<String> jvmArguments(Path folder, Path orders) {
        Path agent = folder.resolve("weaver.jar");
        if (!Files.exists(agent)) {
            writeAgent(agent);
        }
        return List.of("-javaagent:" + agent, "-D" + ORDERS + "=" + orders);
    }

    /** What turns the process into a mutant besides. */
    public static List<String> jvmArguments(Mutant mutant) {
        return List.of("-D" + MUTANT + "=" + mutant.name());
    }

    /** Only its manifest: the classes are on the classpath of every process. */
    private static void writeAgent(Path file) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(new Attributes.Name("Premain-Class"), Weaver.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Can-Redefine-Classes"), "true");
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
