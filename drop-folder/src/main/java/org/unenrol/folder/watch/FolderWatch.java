package org.unenrol.folder.watch;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataIntegrityViolationException;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.access.FolderSession;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.folder.FolderFiles;
import org.unenrol.ledger.folder.LeaseLostException;
import org.unenrol.ledger.folder.OpenFile;
import org.unenrol.service.WorkLoop;

/** Looks at a folder again and again, and does what is to be done there. For one thread. */
public final class FolderWatch implements WorkLoop.Work {

    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    private final WatchedFolder watched;
    private final DropFolder place;
    private final FolderFiles ledger;
    private final FileTurn turn;
    private final QuietFiles quietFiles;
    private final Pauses pauses;
    private final FolderStatus status = new FolderStatus();

    FolderWatch(
            WatchedFolder watched,
            DropFolder place,
            FolderFiles ledger,
            FileTurn turn,
            LongSupplier nanoTime) {
        this.watched = watched;
        this.place = place;
        this.ledger = ledger;
        this.turn = turn;
        this.quietFiles = new QuietFiles(watched.quietTime(), nanoTime);
        this.pauses = new Pauses(watched.interval(), nanoTime);
    }

    public WatchedFolder watched() {
        return watched;
    }

    public FolderStatus status() {
        return status;
    }

    /** Looks once. A folder that cannot be reached is tried again, in growing pauses, for ever. */
    @Override
    public WorkLoop.Then doSome() {
        if (pauses.isOver()) {
            try (FolderSession folder = place.open()) {
                Map<String, String> waiting = look(folder);
                pauses.succeeded();
                if (status.unreachable() != null) {
                    log.info("folder={} can be reached again", watched.name());
                }
                if (status.reached(waiting)) {
                    log.warn("folder={} files wait: {}", watched.name(), status.reasons());
                }
            } catch (IOException e) {
                pauses.failed();
                status.failed(e);
                log.warn("folder={} cannot be reached: {}", watched.name(), status.unreachable());
            }
        }
        return WorkLoop.Then.LATER;
    }

    private Map<String, String> look(FolderSession folder) throws IOException {
        Set<FoundFile> quiet =
                quietFiles.among(
                        folder.list().stream()
                                .filter(file -> CsvNames.isTaken(file.name()))
                                .toList());
        Map<String, Boolean> open =
                ledger.open(watched.name()).stream()
                        .collect(Collectors.toMap(OpenFile::name, OpenFile::isUnderWay));
        Map<String, String> waiting = new HashMap<>();
        for (String name : due(quiet, open)) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            attempt(folder, name, quiet, waiting);
        }
        return waiting;
    }

    /** Without those whose import has still to end. */
    private static Set<String> due(Set<FoundFile> quiet, Map<String, Boolean> open) {
        Set<String> names = quiet.stream().map(FoundFile::name).collect(Collectors.toSet());
        names.addAll(open.keySet());
        names.removeIf(name -> open.getOrDefault(name, false));
        return new TreeSet<>(names);
    }

    private void attempt(
            FolderSession folder, String name, Set<FoundFile> quiet, Map<String, String> waiting)
            throws IOException {
        try {
            turn.have(folder, watched.name(), name, quiet);
        } catch (LeaseLostException e) {
            log.debug("folder={}", watched.name(), e);
        } catch (FileWaitsException e) {
            waiting.put(name, e.reason().name());
        } catch (IOException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            waiting.put(name, FolderStatus.describe(e));
        } catch (RuntimeException e) {
            if (isOfTheDatabase(e)) {
                throw e;
            }
            // A fault of this one file must not hold up the others.
            log.error("folder={} a file cannot be taken", watched.name(), e);
            waiting.put(name, FolderStatus.describe(e));
        }
    }

    private static boolean isOfTheDatabase(RuntimeException failure) {
        return failure instanceof NestedRuntimeException
                && !(failure instanceof DataIntegrityViolationException);
    }
}
