package org.unenrol.standalone;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.StandardEnvironment;
import org.unenrol.infrastructure.LocalInfrastructure;

/** Where the services find what they need. */
record Addresses(
        String bootstrapServers,
        String jdbcUrl,
        String databaseUser,
        String databasePassword,
        String smtpHost,
        int smtpPort) {

    static Addresses of(LocalInfrastructure local) {
        return new Addresses(
                local.kafka().bootstrapServers(),
                local.postgres().jdbcUrl(),
                local.postgres().user(),
                local.postgres().password(),
                local.mailServer().host(),
                local.mailServer().port());
    }

    /** As command-line arguments; a mail server that the environment names comes first. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.kafka.bootstrap-servers=" + bootstrapServers);
        arguments.add("--spring.datasource.url=" + jdbcUrl);
        arguments.add("--spring.datasource.username=" + databaseUser);
        arguments.add("--spring.datasource.password=" + databasePassword);
        if (!new StandardEnvironment().containsProperty("spring.mail.host")) {
            arguments.add("--spring.mail.host=" + smtpHost);
            arguments.add("--spring.mail.port=" + smtpPort);
        }
        return arguments;
    }
}
