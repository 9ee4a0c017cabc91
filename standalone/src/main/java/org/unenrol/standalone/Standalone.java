package org.unenrol.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unenrol.infrastructure.DatabaseRoles;
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
        GivenSettings given = new GivenSettings(arguments);
        HttpAddress http = HttpAddress.of(given);
        LocalInfrastructure infrastructure =
                LocalInfrastructure.start(
                        new LocalInfrastructureSettings(
                                settings.dataDir(),
                                settings.kafkaPort(),
                                settings.postgresPort(),
                                settings.smtpPort()),
                        http.wanted());
        boolean started = false;
        try {
            List<SamplePassword> passwords =
                    Arrays.stream(SampleAccount.values())
                            .map(account -> SamplePassword.of(account, settings))
                            .toList();
            List<String> all = arguments(given, http, passwords, infrastructure, arguments);
            for (KeptKey.Use use : KeptKey.Use.values()) {
                all.addAll(0, given.without(KeptKey.in(settings.dataDir(), use).arguments()));
            }
            DatabaseRoles roles = DatabaseRoles.in(infrastructure.postgres().dataSource());
            Services services =
                    Services.start(
                            http,
                            infrastructure.mailServer().mailbox(),
                            DatabaseLogins.of(roles, given),
                            all);
            started = true;
            return new Standalone(infrastructure, services, SamplePassword.howToSignIn(passwords));
        } finally {
            if (!started) {
                infrastructure.close();
            }
        }
    }

    /** A mail server that somebody has chosen is used instead of the local one. */
    private static List<String> arguments(
            GivenSettings given,
            HttpAddress http,
            List<SamplePassword> passwords,
            LocalInfrastructure infrastructure,
            String... arguments) {
        Addresses addresses = Addresses.of(infrastructure);
        List<String> all =
                new ArrayList<>(
                        given.has("spring.mail.host")
                                ? addresses.withoutMailServer()
                                : addresses.arguments());
        all.add("--unenrol.sample.load=true");
        passwords.forEach(password -> all.add(password.argument()));
        all.add(http.argument());
        all.removeIf(argument -> given.hasArgument(name(argument)));
        all.addAll(List.of(arguments));
        return all;
    }

    private static String name(String argument) {
        return argument.substring(2, argument.indexOf('='));
    }

    /** The address at which the API answers, such as {@code http://localhost:8080}. */
    public String url() {
        return services.url();
    }

    public LocalInfrastructure infrastructure() {
        return infrastructure;
    }

    /** Advice on how to sign in; with the password only when it has just been generated. */
    public String signIn() {
        return signIn;
    }

    @Override
    public void close() {
        services.close();
        infrastructure.close();
    }
}
