package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The only credentials that a broker accepts, from clients and from itself: SASL/PLAIN on the
 * loopback address, with a password that is made at the first start and kept in the broker's
 * folder. A folder of before gets one.
 */
final class KafkaPassword {

    private static final String USER = "unenrol";
    private static final String MODULE =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\""
                    + " password=\"%s\"%s;";

    private final String password;

    private KafkaPassword(String password) {
        this.password = password;
    }

    /** Also leaves {@code client.properties} there, for the tools that come with Kafka. */
    static KafkaPassword in(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            OwnerOnly.write(file, List.of(MadePassword.make()));
        }
        KafkaPassword kept = new KafkaPassword(Files.readString(file).strip());
        OwnerOnly.write(
                folder.resolve("client.properties"),
                kept.ofClients().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        return kept;
    }

    /** Settings of whoever wants in. */
    Map<String, String> ofClients() {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", MODULE.formatted(USER, password, ""));
    }

    /** Settings of the broker, for both of its listeners. */
    Map<String, String> ofBroker() {
        String jaas = MODULE.formatted(USER, password, " user_" + USER + "=\"" + password + "\"");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("listener.name.plaintext.plain.sasl.jaas.config", jaas);
        settings.put("listener.name.controller.plain.sasl.jaas.config", jaas);
        return settings;
    }
}
