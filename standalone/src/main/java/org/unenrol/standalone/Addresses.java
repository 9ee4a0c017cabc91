package org.unenrol.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unenrol.infrastructure.LocalInfrastructure;

/** The addresses at which the services find what they need. */
record Addresses(
        String bootstrapServers,
        String jdbcUrl,
        String smtpHost,
        int smtpPort,
        String smtpUser,
        String smtpPassword,
        Map<String, String> broker) {

    Addresses {
        broker = Map.copyOf(broker);
    }

    static Addresses of(LocalInfrastructure local) {
        return new Addresses(
                local.kafka().bootstrapServers(),
                local.postgres().jdbcUrl(),
                local.mailServer().host(),
                local.mailServer().port(),
                local.mailServer().user(),
                local.mailServer().password(),
                local.kafka().clientSettings());
    }

    /** As command-line arguments. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(withoutMailServer());
        arguments.add("--spring.mail.host=" + smtpHost);
        arguments.add("--spring.mail.port=" + smtpPort);
        arguments.add("--spring.mail.username=" + smtpUser);
        arguments.add("--spring.mail.password=" + smtpPassword);
        return arguments;
    }

    /** As command-line arguments, for services that send their mails elsewhere. */
    List<String> withoutMailServer() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                "--spring.datasource.url=" + jdbcUrl));
        broker.forEach(
                (name, value) -> arguments.add("--spring.kafka.properties." + name + "=" + value));
        return arguments;
    }
}
