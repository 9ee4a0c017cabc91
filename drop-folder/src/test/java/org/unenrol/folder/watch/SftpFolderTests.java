package org.unenrol.folder.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.folder.watch.FolderDatabase.imports;
import static org.unenrol.folder.watch.SftpServer.CLIENT;
import static org.unenrol.folder.watch.SftpServer.ECDSA;
import static org.unenrol.folder.watch.SftpServer.ED25519;
import static org.unenrol.folder.watch.SftpServer.PASSWORD;
import static org.unenrol.folder.watch.SftpServer.knownHost;
import static org.unenrol.folder.watch.SftpServer.settings;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.sftp.SftpFolders;
import org.unenrol.folder.sftp.SftpSettings;

class SftpFolderTests extends FolderContract {

    private final List<DropFolder> opened = new ArrayList<>();
    private SftpServer server;

    @BeforeEach
    void start() {
        server = SftpServer.start(home, 0);
    }

    @AfterEach
    void stop() throws Exception {
        for (DropFolder folder : opened) {
            ((Closeable) folder).close();
        }
        server.close();
    }

    @Override
    DropFolder place() {
        return closedLater(SftpServer.byPassword(server.port()));
    }

    @Test
    void signsInByAKeyWithAPassphrase() throws Exception {
        Path key = SftpServer.write(CLIENT, home.resolve("id_ed25519"), "a b");

        assertThat(reach(settings(server.port(), null, key, knownHost(ED25519)))).isNull();
    }

    @Test
    void knowsTheServerByAnyOfItsKeysWhicheverWayItIsWritten() {
        for (String known :
                List.of(
                        knownHost(ED25519),
                        knownHost(ECDSA),
                        PublicKeyEntry.toString(ECDSA.getPublic()) + " a comment",
                        KeyUtils.getFingerPrint(ED25519.getPublic())
                                + "\n"
                                + KeyUtils.getFingerPrint(ECDSA.getPublic()),
                        knownHost(CLIENT) + "\n" + knownHost(ECDSA))) {
            assertThat(reach(settings(server.port(), PASSWORD, null, known))).as(known).isNull();
        }
    }

    @Test
    void tellsNothingToAServerThatShowsAnotherKey() {
        for (String wrong :
                List.of(knownHost(CLIENT), KeyUtils.getFingerPrint(CLIENT.getPublic()))) {
            assertThat(reach(settings(server.port(), PASSWORD, null, wrong)))
                    .contains("Server key did not validate");
        }
    }

    @Test
    void cannotReachAServerThatTakesNeitherPasswordNorKey() throws Exception {
        Path wrong = SftpServer.write(ECDSA, home.resolve("id_ecdsa"), "a b");

        assertThat(reach(settings(server.port(), "guessed", null, knownHost(ED25519)))).isNotNull();
        assertThat(reach(settings(server.port(), null, wrong, knownHost(ED25519)))).isNotNull();
    }

    @Test
    void goesOnOnceAServerThatCouldNotBeReachedIsThere() throws Exception {
        int port = server.port();
        server.close();
        drop("leavers.csv", CSV);
        FolderWatch watch = process.watching(closedLater(SftpServer.byPassword(port)));
        look(watch, 3);
        assertThat(watch.status().unreachable()).contains("ConnectException");

        server = SftpServer.start(home, port);
        look(watch, 3);

        assertThat(watch.status().isWell()).isTrue();
        assertThat(imports()).hasSize(1);
    }

    @Test
    void readsAFileAnewWhenTheConnectionIsCutInTheMiddle() throws Exception {
        drop("leavers.csv", large());
        try (CutConnection connection = new CutConnection(server.port())) {
            FolderWatch watch =
                    process.watching(closedLater(SftpServer.byPassword(connection.port())));
            look(watch, 1);
            connection.cutAfterReading(200_000);

            look(watch, 1);
            assertThat(connection.wasCut()).isTrue();
            assertThat(imports()).isEmpty();
            assertThat(watch.status().unreachable()).isNotNull();
            connection.cutAfterReading(Long.MAX_VALUE);
            look(watch, 3);

            assertThat(imports()).hasSize(1);
        }
    }

    @Test
    void writesResultsAnewWhenTheConnectionIsCutInTheMiddle() throws Exception {
        drop("leavers.csv", large());
        try (CutConnection connection = new CutConnection(server.port())) {
            FolderWatch watch =
                    process.watching(closedLater(SftpServer.byPassword(connection.port())));
            look(watch, 2);
            process.endImports();
            connection.cutAfterWriting(200_000);

            look(watch, 1);
            assertThat(connection.wasCut()).isTrue();
            assertThat(names(directory)).contains("leavers.csv");
            assertThat(names(done())).singleElement().asString().endsWith(".part");
            connection.cutAfterWriting(Long.MAX_VALUE);
            look(watch, 3);

            assertThat(names(directory)).containsExactly("done", "refused");
            assertThat(names(done())).containsExactly("leavers.csv", "leavers.results.csv");
            assertThat(done().resolve("leavers.results.csv"))
                    .hasBinaryContent(process.resultsOf(imports().get(0)));
        }
    }

    private static String large() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 1; row <= 3_000; row++) {
            csv.append("learner").append(row).append(",").append("A".repeat(150)).append(",no\n");
        }
        return csv.toString();
    }

    /** The failure, if there is one. */
    private String reach(SftpSettings settings) {
        FolderWatch watch = process.watching(closedLater(SftpFolders.of("sftp.", settings)));
        look(watch, 1);
        return watch.status().unreachable();
    }

    private DropFolder closedLater(DropFolder folder) {
        opened.add(folder);
        return folder;
    }
}
