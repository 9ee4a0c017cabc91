package org.unenrol.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.StandardEnvironment;
import org.unenrol.infrastructure.LocalInfrastructure;
import org.unenrol.infrastructure.LocalInfrastructureSettings;

/** The services on local infrastructure with the sample organisation, all in this JVM. */
public final class Standalone implements AutoCloseable {

    private final LocalInfrastructure infrastructure;
    private final Services services;
    private final String signIn;

    private Standalone(LocalInfrastructure infrastructure, Services services, String signIn) {
        this.infrastructure = infrastructure;
        this.services = services;
        this.signIn = signIn;
    }

    /**
     * Starts everything.
     *
     * @param arguments passed to every service, such as {@code --server.port=0}
     * @throws org.unenrol.infrastructure.LocalInfrastructureException when a port or the data
     *     folder is taken
     */
    public static Standalone start(StandaloneSettings settings, String... arguments) {
        LocalInfrastructure infrastructure =
                LocalInfrastructure.start(
                        new LocalInfrastructureSettings(
                                settings.dataDir(),
                                settings.kafkaPort(),
                                settings.postgresPort(),
                                settings.smtpPort()));
        try {
            return start(infrastructure, new AdminPassword(settings), List.of(arguments));
        } catch (IOException e) {
            infrastructure.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            infrastructure.close();
            throw e;
        }
    }

    private static Standalone start(
            LocalInfrastructure infrastructure, AdminPassword password, List<String> arguments)
            throws IOException {
        List<String> all = new ArrayList<>();
        all.add("--unenrol.sample.load=true");
        Optional<String> set = password.toSet();
        set.ifPresent(word -> all.add("--unenrol.sample.admin-password=" + word));
        if (!new StandardEnvironment().containsProperty("server.address")) {
            all.add("--server.address=127.0.0.1");
        }
        all.addAll(arguments);
        Services services =
                Services.start(
                        Addresses.of(infrastructure), infrastructure.mailServer().mailbox(), all);
        return new Standalone(infrastructure, services, password.howToSignIn(set));
    }

    /** Where the API answers, such as {@code http://localhost:8080}. */
    public String url() {
        return services.url();
    }

    public LocalInfrastructure infrastructure() {
        return infrastructure;
    }

    /** How to sign in, in words; with the password only when it has just been generated. */
    public String signIn() {
        return signIn;
    }

    @Override
    public void close() {
        services.close();
        infrastructure.close();
    }
}
