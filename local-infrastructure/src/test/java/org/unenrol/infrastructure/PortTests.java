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

class PortTests {

    @TempDir Path folder;

    @Test
    void saysThatKafkasPortIsTaken() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(new LocalInfrastructureSettings(folder, port, 0, 0), port, "Kafka");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void saysThatPostgresPortIsTaken() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(new LocalInfrastructureSettings(folder, 0, port, 0), port, "PostgreSQL");
        }
    }

    @Test
    void leavesNothingRunningAfterAFailure() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(new LocalInfrastructureSettings(folder, 0, port, 0), port, "PostgreSQL");
        }

        LocalInfrastructure.start(LocalInfrastructureSettings.onFreePorts(folder)).close();
    }

    @Test
    void saysThatTheMailServersPortIsTaken() throws IOException {
        try (ServerSocket other = otherProgram()) {
            int port = other.getLocalPort();
            assertRefused(
                    new LocalInfrastructureSettings(folder, 0, 0, port), port, "the mail server");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    private static ServerSocket otherProgram() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    private void assertRefused(LocalInfrastructureSettings settings, int port, String server) {
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(() -> LocalInfrastructure.start(settings))
                .withMessage(
                        "Port "
                                + port
                                + ", on which "
                                + server
                                + " is to listen, is taken by another program: stop that program,"
                                + " or choose another port (0 for any free one).");
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
                        0,
                        "a server",
                        chosen -> {
                            if (++attempts[0] < 3) {
                                throw new PortTakenException(chosen, "a server");
                            }
                            return chosen;
                        });

        assertThat(port).isPositive();
        assertThat(attempts[0]).isEqualTo(3);
    }
}
