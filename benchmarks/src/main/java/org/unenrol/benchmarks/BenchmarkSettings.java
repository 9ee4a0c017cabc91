package org.unenrol.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The measures to take and the sizes to take them at, {@code --name=value} on the command line.
 *
 * @param measures which measures to take, in this order
 * @param rows the rows of a large file, and the learners on the platform
 * @param fewerRows the rows of the file that shows how cost grows
 * @param memoryRows the rows of the file that services with a small heap have to master
 * @param waitingRows the rows that are given to a platform that lets each of them wait
 * @param repeats how often a throughput is measured; the median counts
 * @param samples how many small files a latency is taken from
 * @param heap of each service where rows come by requests, such as {@code -Xmx256m}; Java's own
 *     where there is none
 * @param json where the figures are written to
 */
record BenchmarkSettings(
        @DefaultValue({
                    "throughput",
                    "processes",
                    "latency",
                    "memory",
                    "requests",
                    "scale-out",
                    "start"
                })
                List<MeasureName> measures,
        @DefaultValue("100000") int rows,
        @DefaultValue("10000") int fewerRows,
        @DefaultValue("200000") int memoryRows,
        @DefaultValue("2000") int waitingRows,
        @DefaultValue("3") int repeats,
        @DefaultValue("50") int samples,
        @DefaultValue List<String> heap,
        @DefaultValue("benchmarks/target/benchmarks.json") Path json) {

    static BenchmarkSettings of(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(commandLine(arguments));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("benchmark", BenchmarkSettings.class);
    }

    private static SimpleCommandLinePropertySource commandLine(String... arguments) {
        String[] prefixed = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            prefixed[i] = arguments[i].replaceFirst("^--", "--benchmark.");
        }
        return new SimpleCommandLinePropertySource(prefixed);
    }
}
