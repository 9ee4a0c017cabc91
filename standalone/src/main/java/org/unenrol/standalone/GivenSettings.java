package org.unenrol.standalone;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings that somebody has given to this program, wherever Spring Boot looks for them:
 * arguments, system properties, the environment, {@code application.yml}.
 */
final class GivenSettings {

    private final SimpleCommandLinePropertySource arguments;
    private final StandardEnvironment environment = new StandardEnvironment();

    GivenSettings(String... arguments) {
        this.arguments = new SimpleCommandLinePropertySource(arguments);
        environment.getPropertySources().addFirst(this.arguments);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
    }

    /** A setting, unless it is blank. */
    Optional<String> find(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** Of the program's own arguments those that nobody has given. */
    List<String> without(List<String> own) {
        return own.stream()
                .filter(one -> !hasArgument(one.substring(2, one.indexOf('='))))
                .toList();
    }

    boolean hasArgument(String name) {
        return arguments.containsProperty(name);
    }
}
