package org.unenrol.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unenrol.infrastructure.LocalInfrastructure;

/** The addresses at which the services find what they need. */
record Addresses(
        String bootstrapServers,
        String jdbcUrl,
        String databaseUser,
        String databasePassword,
        String smtpHost,
        int smtpPort,
        Map<String, String> broker) {

    Addresses {
        broker = Map.copyOf(broker);
    }

    static Addresses of(LocalInfrastructure local) {
        return new Addresses(
                local.kafka().bootstrapServers(),
                local.postgres().jdbcUrl(),
                local.postgres().user(),
                local.postgres().password(),
                local.mailServer().host(),
                local.mailServer().port(),
                local.kafka().clientSettings());
    }

    /** As command-line arguments. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(withoutMailServer());
        arguments.add("--spring.mail.host=" + smtpHost);
        arguments.add("--spring.mail.port=" + smtpPort);
        return arguments;
    }

    /** As command-line arguments, for services that send their mails elsewhere. */
    List<String> withoutMailServer() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                "--spring.datasource.url=" + jdbcUrl,
                                "--spring.datasource.username=" + databaseUser,
                                "--spring.datasource.password=" + databasePassword));
        broker.forEach(
                (name, value) -> arguments.add("--spring.kafka.properties." + name + "=" + value));
        return arguments;
    }
}
