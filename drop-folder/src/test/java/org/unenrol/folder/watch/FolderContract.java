package org.unenrol.folder.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.folder.watch.FolderDatabase.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.account.Role;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.ledger.Import;
import org.unenrol.model.Mode;

/** The ways of files in a folder, wherever the folder is. */
abstract class FolderContract {

    static final String HEADER = "Username,Activity external reference,Send unenrolment email\n";
    static final String CSV = HEADER + "amelia.hughes,FIRE-1,no\n";
    static final String OTHER = HEADER + "ben.ode,FIRE-1,no\n";

    @TempDir Path home;
    Path directory;
    final ServiceParts process = ServiceParts.running();

    abstract DropFolder place() throws Exception;

    @BeforeEach
    void empty() throws IOException {
        FolderDatabase.clear();
        directory = Files.createDirectory(home.resolve("dropped"));
    }

    @Test
    void movesAFileBesideItsResultsOnceItsImportHasEnded() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch watch = process.watching(place());

        look(watch, 3);
        assertThat(names(directory)).containsExactly("done", "leavers.csv", "refused");
        process.endImports();
        look(watch, 1);

        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(names(done())).containsExactly("leavers.csv", "leavers.results.csv");
        assertThat(done().resolve("leavers.csv")).hasContent(CSV);
        assertThat(done().resolve("leavers.results.csv"))
                .hasBinaryContent(process.resultsOf(imports().get(0)));
        assertThat(watch.status().isWell()).isTrue();
    }

    @Test
    void importsInTheNameOfTheAccountAndNamesTheFolder() throws Exception {
        drop("leavers.csv", CSV);

        look(process.watching(place()), 2);

        Import made = process.imports.find(imports().get(0)).orElseThrow();
        assertThat(made.mode()).isEqualTo(Mode.APPLY);
        assertThat(made.source()).isEqualTo("folder/leavers");
        assertThat(made.file().name()).isEqualTo("leavers.csv");
        assertThat(made.submitter())
                .extracting("username", "email", "language")
                .containsExactly("ada", "ada@example.org", "de");
        assertThat(audit(made.id())).containsExactly("ada IMPORT_SUBMITTED");
        process.endImports();
        look(process.watching(place()), 1);
        assertThat(audit(made.id()))
                .containsExactly("ada IMPORT_SUBMITTED", "ada RESULTS_DOWNLOADED");
    }

    @Test
    void verifiesWhereTheFolderSaysSoAndTellsWhomItNames() throws Exception {
        drop("leavers.csv", CSV);
        WatchedFolder verifying =
                new WatchedFolder(
                        "checks",
                        Mode.VERIFY_ONLY,
                        "ADA",
                        "hr@example.org",
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        "en");

        look(process.watching(place(), verifying), 2);

        Import made = process.imports.find(imports().get(0)).orElseThrow();
        assertThat(made.mode()).isEqualTo(Mode.VERIFY_ONLY);
        assertThat(made.submitter().email()).isEqualTo("hr@example.org");
    }

    @Test
    void leavesAFileThatStillGrows() throws Exception {
        WatchedFolder patient =
                new WatchedFolder(
                        "leavers",
                        Mode.APPLY,
                        "ada",
                        null,
                        Duration.ofSeconds(3),
                        Duration.ofMillis(100),
                        "en");
        FolderWatch watch = process.watching(place(), patient);
        String content = HEADER;
        for (int row = 1; row <= 6; row++) {
            content += "amelia.hughes,FIRE-" + row + ",no\n";
            drop("leavers.csv", content);
            look(watch, 2);
            assertThat(imports()).isEmpty();
        }

        look(watch, 4);

        assertThat(process.imports.find(imports().get(0)).orElseThrow().rows()).isEqualTo(6);
    }

    @Test
    void leavesAFileThatChangesAtTheSameSize() throws Exception {
        FolderWatch watch = process.watching(place());
        Instant time = Instant.parse("2020-01-01T00:00:00Z");
        for (int second = 0; second < 5; second++) {
            Path file = drop("leavers.csv", CSV);
            Files.setLastModifiedTime(file, FileTime.from(time.plusSeconds(second)));
            look(watch, 1);
        }
        assertThat(imports()).isEmpty();

        look(watch, 1);

        assertThat(imports()).hasSize(1);
    }

    @Test
    void refusesAFileWithTheReasonInTheLanguageOfTheAccount() throws Exception {
        drop("leavers.csv", "Name,Course\nAmelia,Fire drill\n");
        FolderWatch watch = process.watching(place());

        look(watch, 2);

        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(names(refused())).containsExactly("leavers.csv", "leavers.csv.reason.txt");
        assertThat(Files.readString(refused().resolve("leavers.csv.reason.txt"), UTF_8))
                .startsWith("Zeile 1: Die erste Textzeile")
                .endsWith("\n");
        assertThat(imports()).isEmpty();
        assertThat(FolderDatabase.JDBC.sql("select from imports.folder_file").query().listOfRows())
                .isEmpty();
        assertThat(FolderDatabase.JDBC.sql("select from imports.stored_file").query().listOfRows())
                .isEmpty();
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsTooLarge() throws Exception {
        drop("empty.csv", "");
        drop("large.csv", HEADER + ("a".repeat(200) + ",FIRE-1,no\n").repeat(5_000));

        look(process.watching(place()), 2);

        assertThat(names(refused()))
                .containsExactly(
                        "empty.csv", "empty.csv.reason.txt", "large.csv", "large.csv.reason.txt");
        assertThat(refused().resolve("large.csv.reason.txt")).content().contains("900 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abgänge März (1).CSV",
                "it's \"quoted\" `name` $HOME; rm.csv",
                "a..b.csv",
                "-rf.csv",
                "%2e%2e%2fx.csv",
                "name with  spaces .csv",
                "離職者.csv",
                "x.results.csv"
            })
    void takesAFileWhateverItIsCalled(String name) throws Exception {
        drop(name, CSV);
        FolderWatch watch = process.watching(place());

        look(watch, 2);
        process.endImports();
        look(watch, 1);

        assertThat(imports()).hasSize(1);
        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(names(done())).hasSize(2);
        assertThat(names(home)).containsExactly("dropped");
    }

    @Test
    void leavesOthersAlone() throws Exception {
        List<String> others =
                List.of(
                        ".hidden.csv",
                        "..csv",
                        "a.csv.part",
                        "b.filepart",
                        "c.tmp.csv",
                        "d.csv.filepart",
                        "notes.txt");
        for (String other : others) {
            drop(other, CSV);
        }
        Files.createDirectory(directory.resolve("x.csv"));
        Path secret = Files.writeString(home.resolve("secret.csv"), CSV);
        Files.createSymbolicLink(directory.resolve("link.csv"), secret);
        Files.createSymbolicLink(directory.resolve("broken.csv"), home.resolve("none"));
        FolderWatch watch = process.watching(place());

        look(watch, 4);

        assertThat(imports()).isEmpty();
        assertThat(names(directory))
                .containsAll(others)
                .contains("x.csv", "link.csv", "broken.csv");
        assertThat(secret).hasContent(CSV);
        assertThat(watch.status().isWell()).isTrue();
    }

    @Test
    void putsNothingIntoASubfolderThatLeadsOutOfTheFolder() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve("done"), elsewhere);
        drop("leavers.csv", CSV);
        FolderWatch watch = process.watching(place());

        look(watch, 3);

        assertThat(watch.status().unreachable()).contains("done");
        assertThat(imports()).isEmpty();
        assertThat(names(elsewhere)).isEmpty();
    }

    @Test
    void knowsTheSameFileAgainAndGivesTheResultsOfItsImportAgain() throws Exception {
        FolderWatch watch = process.watching(place());
        drop("leavers.csv", CSV);
        look(watch, 2);
        process.endImports();
        look(watch, 1);

        drop("leavers.csv", CSV);
        look(watch, 4);

        assertThat(imports()).hasSize(1);
        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(names(done())).hasSize(4).contains("leavers.csv", "leavers.results.csv");
        byte[] results = process.resultsOf(imports().get(0));
        for (String name : names(done())) {
            if (name.endsWith(".results.csv")) {
                assertThat(done().resolve(name)).hasBinaryContent(results);
            } else {
                assertThat(done().resolve(name)).hasContent(CSV);
            }
        }
    }

    @Test
    void appliesAFileThatWasOnlyVerifiedBefore() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch verifying =
                process.watching(place(), ServiceParts.watched("leavers", "ada", Mode.VERIFY_ONLY));
        look(verifying, 2);
        process.endImports();
        look(verifying, 1);

        drop("leavers.csv", CSV);
        look(process.watching(place()), 2);

        assertThat(imports())
                .extracting(id -> process.imports.find(id).orElseThrow().mode())
                .containsExactly(Mode.VERIFY_ONLY, Mode.APPLY);
    }

    @Test
    void importsOtherContentUnderTheSameNameAndOverwritesNothing() throws Exception {
        FolderWatch watch = process.watching(place());
        for (String content : List.of(CSV, OTHER)) {
            drop("leavers.csv", content);
            look(watch, 2);
            process.endImports();
            look(watch, 1);
        }

        assertThat(imports()).hasSize(2);
        assertThat(names(done())).hasSize(4);
        assertThat(done().resolve("leavers.csv")).hasContent(CSV);
        assertThat(done().resolve("leavers.results.csv"))
                .hasBinaryContent(process.resultsOf(imports().get(0)));
        String second = names(done()).stream().filter(one -> one.contains("-")).findFirst().get();
        assertThat(second).matches("leavers-\\d{8}-\\d{6}\\.csv");
        assertThat(done().resolve(second)).hasContent(OTHER);
        assertThat(done().resolve(second.replace(".csv", ".results.csv")))
                .hasBinaryContent(process.resultsOf(imports().get(1)));
    }

    @Test
    void leavesWhatOthersHavePutIntoDoneAlone() throws Exception {
        FolderWatch watch = process.watching(place());
        look(watch, 1);
        Files.writeString(done().resolve("leavers.results.csv"), "mine");
        drop("leavers.csv", CSV);

        look(watch, 2);
        process.endImports();
        look(watch, 1);

        assertThat(done().resolve("leavers.results.csv")).hasContent("mine");
        assertThat(names(done())).hasSize(3).doesNotContain("leavers.csv");
    }

    @Test
    void importsAFileThatWasReplacedWhileTheOneBeforeWasUnderWay() throws Exception {
        FolderWatch watch = process.watching(place());
        drop("leavers.csv", CSV);
        look(watch, 2);

        drop("leavers.csv", OTHER);
        look(watch, 3);
        assertThat(imports()).hasSize(1);
        process.endImports();
        look(watch, 3);
        assertThat(imports()).hasSize(2);
        process.endImports();
        look(watch, 1);

        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(done().resolve("leavers.results.csv"))
                .hasBinaryContent(process.resultsOf(imports().get(0)));
        assertThat(names(done()).stream().filter(name -> !name.contains("results")))
                .singleElement()
                .satisfies(name -> assertThat(done().resolve(name)).hasContent(OTHER));
    }

    @Test
    void waitsForItsAccount() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch watch =
                process.watching(place(), ServiceParts.watched("leavers", "eve", Mode.APPLY));

        look(watch, 3);
        assertThat(watch.status().waiting()).isEqualTo(Map.of("leavers.csv", "ACCOUNT_MISSING"));
        assertThat(watch.status().isWell()).isFalse();
        assertThat(names(directory)).contains("leavers.csv");
        FolderDatabase.add("eve", Role.GLOBAL_ADMINISTRATOR, null);
        look(watch, 1);

        assertThat(watch.status().isWell()).isTrue();
        assertThat(imports())
                .singleElement()
                .extracting(id -> process.imports.find(id).orElseThrow().submitter().language())
                .isEqualTo("en");
    }

    @Test
    void waitsWhileTheAccountIsNoAdministrators() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch watch =
                process.watching(place(), ServiceParts.watched("leavers", "lea", Mode.APPLY));

        look(watch, 3);

        assertThat(watch.status().waiting())
                .isEqualTo(Map.of("leavers.csv", "ACCOUNT_NOT_ADMINISTRATOR"));
        assertThat(imports()).isEmpty();
    }

    @Test
    void refusesAFileWhoseImportHasFailedAndTriesItAgainWhenItIsPutThereAgain() throws Exception {
        FolderWatch watch = process.watching(place());
        drop("leavers.csv", CSV);
        look(watch, 2);
        process.failImport(imports().get(0));
        look(watch, 1);

        assertThat(names(refused())).containsExactly("leavers.csv", "leavers.csv.reason.txt");
        assertThat(refused().resolve("leavers.csv.reason.txt"))
                .content()
                .contains(imports().get(0).toString());

        drop("leavers.csv", CSV);
        look(watch, 2);
        assertThat(imports()).hasSize(2);
    }

    @Test
    void saysSoWhereTheResultsOfTheSameFileAreNoLongerKept() throws Exception {
        FolderWatch watch = process.watching(place());
        drop("leavers.csv", CSV);
        look(watch, 2);
        process.endImports();
        FolderDatabase.JDBC.sql("update imports.progress set results_file = null").update();

        look(watch, 1);

        assertThat(names(done())).containsExactly("leavers.csv", "leavers.csv.reason.txt");
        assertThat(done().resolve("leavers.csv.reason.txt"))
                .content()
                .contains(imports().get(0).toString());
    }

    @Test
    void bringsTheResultsOfAFileThatSomebodyHasDeletedMeanwhile() throws Exception {
        FolderWatch watch = process.watching(place());
        Path file = drop("leavers.csv", CSV);
        look(watch, 2);
        Files.delete(file);
        process.endImports();

        look(watch, 2);

        assertThat(names(done())).containsExactly("leavers.results.csv");
    }

    /** The look itself finds a file that the move would no longer find. */
    @Test
    void putsAFileBackThatTookThePlaceOfTheOneToBeMoved() throws Exception {
        drop("leavers.csv", CSV);
        look(process.watching(place()), 2);
        process.endImports();
        InterruptedFolder late =
                new InterruptedFolder(
                        place(), "move leavers.csv", () -> drop("leavers.csv", OTHER + "\n"));
        FolderWatch watch = process.watching(late);

        look(watch, 1);
        assertThat(directory.resolve("leavers.csv")).hasContent(OTHER + "\n");
        look(watch, 2);
        process.endImports();
        look(watch, 1);

        assertThat(imports()).hasSize(2);
        assertThat(names(directory)).containsExactly("done", "refused");
    }

    /** Frozen before the move, and woken up when another has done everything. */
    @Test
    void movesNothingOnceItsLeaseIsLost() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch other = process.watching(place());
        look(other, 2);
        process.endImports();
        InterruptedFolder frozen =
                new InterruptedFolder(
                        place(),
                        "move leavers.csv",
                        () -> {
                            FolderDatabase.letLeasesRunOut();
                            look(other, 1);
                            drop("leavers.csv", OTHER);
                        });

        look(process.watching(frozen), 1);

        assertThat(directory.resolve("leavers.csv")).hasContent(OTHER);
        assertThat(names(done())).containsExactly("leavers.csv", "leavers.results.csv");
        assertThat(done().resolve("leavers.csv")).hasContent(CSV);
        assertThat(imports()).hasSize(1);
    }

    /** Frozen while it writes results, and woken up when another has done everything. */
    @Test
    void leavesNoHalfResultsOnceItsLeaseIsLost() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch other = process.watching(place());
        look(other, 2);
        process.endImports();
        InterruptedFolder frozen =
                new InterruptedFolder(
                        place(),
                        "write",
                        () -> {
                            FolderDatabase.letLeasesRunOut();
                            look(other, 1);
                        });

        look(process.watching(frozen), 1);

        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(names(done())).containsExactly("leavers.csv", "leavers.results.csv");
        assertThat(done().resolve("leavers.results.csv"))
                .hasBinaryContent(process.resultsOf(imports().get(0)));
    }

    /** Frozen while it reads, and woken up when another has done everything. */
    @Test
    void makesNoSecondImportOnceItsLeaseIsLost() throws Exception {
        drop("leavers.csv", CSV);
        FolderWatch other = process.watching(place());
        look(other, 1);
        InterruptedFolder frozen =
                new InterruptedFolder(
                        place(),
                        "read",
                        () -> {
                            FolderDatabase.letLeasesRunOut();
                            look(other, 1);
                            process.endImports();
                            look(other, 1);
                        });
        FolderWatch watch = process.watching(frozen);

        look(watch, 3);

        assertThat(imports()).hasSize(1);
        assertThat(names(done())).containsExactly("leavers.csv", "leavers.results.csv");
    }

    Path drop(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    static void look(FolderWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.doSome();
        }
    }

    Path done() {
        return directory.resolve("done");
    }

    Path refused() {
        return directory.resolve("refused");
    }

    static List<String> names(Path folder) throws IOException {
        assertThat(Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)).isTrue();
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> audit(UUID id) {
        return FolderDatabase.JDBC
                .sql(
                        "select account || ' ' || kind from audit.entry where import_id = ?"
                                + " order by id")
                .param(id)
                .query(String.class)
                .list();
    }
}
