package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTests {

    @TempDir Path folder;

    @Test
    void saysThatKafkasPortIsTaken() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(
                    new LocalInfrastructureSettings(folder, port, 0, 0),
                    port,
                    "Kafka",
                    "UNENROL_KAFKA_PORT");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void saysThatPostgresPortIsTaken() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(
                    new LocalInfrastructureSettings(folder, 0, port, 0),
                    port,
                    "PostgreSQL",
                    "UNENROL_POSTGRES_PORT");
            assertThat(folder.resolve("kafka")).doesNotExist();
        }
    }

    @Test
    void leavesNothingRunningAfterAFailure() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(
                    new LocalInfrastructureSettings(folder, 0, port, 0),
                    port,
                    "PostgreSQL",
                    "UNENROL_POSTGRES_PORT");
        }

        LocalInfrastructure.start(LocalInfrastructureSettings.onFreePorts(folder)).close();
    }

    @Test
    void saysThatTheMailServersPortIsTaken() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(
                    new LocalInfrastructureSettings(folder, 0, 0, port),
                    port,
                    "the mail server",
                    "UNENROL_SMTP_PORT");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    private static ServerSocket otherProgram() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void looksAtOtherServersPortsBeforeItStartsAnything() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(
                    LocalInfrastructureSettings.onFreePorts(folder),
                    port,
                    "the portal",
                    "SERVER_PORT",
                    portal(port));
            assertThat(folder.resolve("kafka")).doesNotExist();
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    /** A browser that is told to go to localhost may try either address first. */
    @Test
    void looksAtTheOtherAddressesOfAName() throws IOException {
        InetAddress alias = InetAddress.getByAddress(new byte[] {127, 0, 0, 9});
        try (ServerSocket other = new ServerSocket(0, 1, alias)) {
            int port = other.getLocalPort();
            assertRefused(
                    LocalInfrastructureSettings.onFreePorts(folder),
                    port,
                    "the portal",
                    "SERVER_PORT",
                    new WantedPort(
                            "the portal",
                            "SERVER_PORT",
                            Ports.loopback(),
                            List.of(alias, nowhere()),
                            port));
        }
    }

    @Test
    void tellsAnAddressThatTheMachineDoesNotHaveFromAPortThatIsTaken() throws IOException {
        int port = Ports.free();
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(
                        () ->
                                Ports.requireFree(
                                        new WantedPort(
                                                "the portal",
                                                "SERVER_PORT",
                                                nowhere(),
                                                List.of(),
                                                port)))
                .withMessageStartingWith("Port " + port + " of 192.0.2.1, on which the portal")
                .withMessageEndingWith(
                        "choose another port with SERVER_PORT, such as one above 1023, or another"
                                + " address.");
    }

    @Test
    void refusesOnePortForTwoServers() {
        int port = Ports.free();
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(
                        () ->
                                LocalInfrastructure.start(
                                        new LocalInfrastructureSettings(folder, 0, port, 0),
                                        portal(port)))
                .withMessage(
                        "Port "
                                + port
                                + " is chosen for the portal (SERVER_PORT) and for PostgreSQL"
                                + " (UNENROL_POSTGRES_PORT): choose another for one of them.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesAPortThatIsNone(int number) {
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(() -> portal(number))
                .withMessage(
                        "SERVER_PORT is \""
                                + number
                                + "\", which is not a port: set it to a number from 1 to 65535, or"
                                + " to 0 for any free port.");
    }

    private static WantedPort portal(int port) {
        return new WantedPort("the portal", "SERVER_PORT", Ports.loopback(), List.of(), port);
    }

    /** An address that is kept for documentation (RFC 5737). */
    private static InetAddress nowhere() throws IOException {
        return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    }

    private static void assertRefused(
            LocalInfrastructureSettings settings,
            int port,
            String server,
            String setting,
            WantedPort... others) {
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(() -> LocalInfrastructure.start(settings, others))
                .withMessage(
                        "Port "
                                + port
                                + ", on which "
                                + server
                                + " is to listen, is taken by another program: stop that program,"
                                + " or choose another port with "
                                + setting
                                + " (0 for any free one).");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        try (LocalInfrastructure local =
                LocalInfrastructure.start(LocalInfrastructureSettings.onFreePorts(folder))) {
            assertThat(ports(local)).allSatisfy(PortTests::assertListensOnLoopbackOnly);
        }
    }

    private List<Integer> ports(LocalInfrastructure local) throws IOException {
        return List.of(
                local.kafka().port(),
                controllerPort(),
                local.postgres().port(),
                local.mailServer().port());
    }

    private int controllerPort() throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("kafka/server.properties"))) {
            settings.load(in);
        }
        String voters = settings.getProperty("controller.quorum.voters");
        return Integer.parseInt(voters.substring(voters.lastIndexOf(':') + 1));
    }

    /** A server on all addresses would answer on each of 127.0.0.0/8 and on ::1. */
    private static void assertListensOnLoopbackOnly(int port) throws IOException {
        connect("127.0.0.1", port);
        assertThatIOException().isThrownBy(() -> connect("127.0.0.2", port));
        assertThatIOException().isThrownBy(() -> connect("::1", port));
    }

    private static void connect(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void triesAnotherFreePortWhenOneIsGrabbed() throws IOException {
        int[] attempts = {0};

        int port =
                Ports.start(
                        portal(0),
                        chosen -> {
                            if (++attempts[0] < 3) {
                                throw new PortTakenException(portal(chosen));
                            }
                            return chosen;
                        });

        assertThat(port).isPositive();
        assertThat(attempts[0]).isEqualTo(3);
    }
}
