package org.unenrol.folder;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.unenrol.folder.watch.FolderWatch;
import org.unenrol.folder.watch.FolderWatches;
import org.unenrol.service.WorkLoop;

/** All drop folders of the service, each with a thread of its own: none holds up another. */
final class DropFolders implements SmartLifecycle, DisposableBean {

    private final List<ConfiguredFolder> folders;
    private final List<FolderWatch> watches;
    private final List<WorkLoop> loops;
    private volatile boolean running;

    DropFolders(List<ConfiguredFolder> folders, FolderWatches parts) {
        this.folders = folders;
        this.watches =
                folders.stream().map(folder -> parts.of(folder.watched(), folder.place())).toList();
        this.loops =
                watches.stream()
                        .map(
                                watch ->
                                        new WorkLoop(
                                                "folder-" + watch.watched().name(),
                                                1,
                                                watch.watched().interval(),
                                                watch))
                        .toList();
    }

    List<FolderWatch> watches() {
        return watches;
    }

    @Override
    public void start() {
        loops.forEach(WorkLoop::start);
        running = true;
    }

    @Override
    public void stop() {
        loops.forEach(WorkLoop::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() throws IOException {
        for (ConfiguredFolder folder : folders) {
            if (folder.place() instanceof Closeable connections) {
                connections.close();
            }
        }
    }
}
