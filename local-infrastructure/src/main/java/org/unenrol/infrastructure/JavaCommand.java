package org.unenrol.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of this JVM's own classpath, with the same Java, as a process of its own. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * The process to be started.
     *
     * @param jvm options of the JVM
     * @param program what the JVM is to run: the name of a class, or {@code -jar} and a file
     */
    public static ProcessBuilder of(
            List<String> jvm, List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(program);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // By the environment, as the classpath is longer than a command line should be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }
}
