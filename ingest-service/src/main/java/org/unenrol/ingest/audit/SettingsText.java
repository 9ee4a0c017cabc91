package org.unenrol.ingest.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** The settings that a service has read, one to a line, without what is secret. */
final class SettingsText {

    private static final String MASK = "***";
    private static final List<String> OTHERS =
            List.of(
                    "server.port",
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.kafka.bootstrap-servers",
                    "spring.mail.host");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(?:password|passphrase|secret|key|token|credential).*");
    private static final Pattern SECRET_IN_ADDRESS =
            Pattern.compile(
                    "(?i)(?<=//)[^/@\\s]+(?=@)|(?<=(?:password|secret|token|key)=)[^&;\\s]+");

    private SettingsText() {}

    static String of(ConfigurableEnvironment environment) {
        Map<String, String> settings = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> some) {
                Arrays.stream(some.getPropertyNames())
                        .filter(name -> isTold(canonical(name)))
                        .forEach(name -> settings.put(canonical(name), value(name, environment)));
            }
        }
        return settings.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isTold(String name) {
        return name.startsWith("unenrol.") || OTHERS.contains(name);
    }

    /** As files of settings have it, also for a variable of the environment. */
    private static String canonical(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', '.')
                : name;
    }

    private static String value(String name, ConfigurableEnvironment environment) {
        String value = environment.getProperty(name);
        if (value == null || value.isEmpty()) {
            return "";
        }
        return SECRET.matcher(name).matches()
                ? MASK
                : SECRET_IN_ADDRESS.matcher(value).replaceAll(MASK);
    }
}
