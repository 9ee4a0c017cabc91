package org.unenrol.folder.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.folder.watch.FolderContract.HEADER;
import static org.unenrol.folder.watch.FolderContract.names;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unenrol.folder.access.LocalFolder;

/** Processes that look at the same folder at the same time. */
class TwinsTests {

    private static final int FILES = 60;

    @TempDir Path directory;

    @Test
    void takeEachOfManyFilesOnce() throws Exception {
        FolderDatabase.clear();
        for (int number = 1; number <= FILES; number++) {
            Files.writeString(
                    directory.resolve("leavers " + number + ".csv"),
                    HEADER + "learner" + number + ",FIRE-1,no\n");
        }
        AtomicBoolean goOn = new AtomicBoolean(true);
        ExecutorService twins = Executors.newFixedThreadPool(3);
        try {
            List<Future<Void>> running =
                    Stream.generate(() -> twin(goOn)).limit(3).map(twins::submit).toList();
            Awaitility.await().until(() -> FolderDatabase.imports().size() >= FILES);
            ServiceParts.running().endImports();
            Awaitility.await().until(() -> names(directory).size() == 2);
            goOn.set(false);
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            twins.shutdownNow();
        }

        assertThat(FolderDatabase.imports()).hasSize(FILES);
        assertThat(names(directory)).containsExactly("done", "refused");
        assertThat(names(directory.resolve("done")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, FILES)
                                .boxed()
                                .flatMap(
                                        number ->
                                                Stream.of(
                                                        "leavers " + number + ".csv",
                                                        "leavers " + number + ".results.csv"))
                                .toList());
    }

    private Callable<Void> twin(AtomicBoolean goOn) {
        FolderWatch watch = ServiceParts.running().watching(new LocalFolder(directory));
        return () -> {
            while (goOn.get()) {
                watch.doSome();
            }
            return null;
        };
    }
}
