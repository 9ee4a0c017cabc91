package org.unenrol.folder;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.unenrol.folder.watch.FolderStatus;
import org.unenrol.folder.watch.FolderWatch;

/**
 * Tells of folders that cannot be reached, and of files that wait for somebody to do something. The
 * service can be used all the same: this is for its health and not for its readiness.
 */
final class DropFoldersHealth implements HealthIndicator {

    private static final Status STALLED = new Status("STALLED", "Drop folders make no progress");
    private static final int MOST_FILES = 20;

    private final DropFolders folders;

    DropFoldersHealth(DropFolders folders) {
        this.folders = folders;
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        for (FolderWatch watch : folders.watches()) {
            details.put(watch.watched().name(), detail(watch.status()));
        }
        boolean allWell =
                folders.watches().stream().map(FolderWatch::status).allMatch(FolderStatus::isWell);
        return Health.status(allWell ? Status.UP : STALLED).withDetails(details).build();
    }

    private static Map<String, Object> detail(FolderStatus status) {
        Map<String, Object> detail = new LinkedHashMap<>();
        String unreachable = status.unreachable();
        detail.put("reachable", unreachable == null);
        if (unreachable != null) {
            detail.put("reason", unreachable);
        }
        if (!status.waiting().isEmpty()) {
            detail.put("filesWaiting", status.waiting().size());
            Map<String, String> first = new LinkedHashMap<>();
            status.waiting().entrySet().stream()
                    .limit(MOST_FILES)
                    .forEach(file -> first.put(file.getKey(), file.getValue()));
            detail.put("files", first);
        }
        return detail;
    }
}
