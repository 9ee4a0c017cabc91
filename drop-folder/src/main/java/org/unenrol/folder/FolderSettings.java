package org.unenrol.folder;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unenrol.folder.sftp.SftpSettings;
import org.unenrol.model.Mode;

/**
 * Settings of a drop folder, {@code unenrol.folders.<name>.*}.
 *
 * @param directory of this machine; null for a folder on an SFTP server
 * @param sftp the folder on an SFTP server; null for one of this machine
 * @param mode what is done with its files; required
 * @param account the username in whose name it is done; required
 * @param completionEmail where completion mails go instead of the account's address
 * @param quietTime for so long a file must not have changed before it is taken
 * @param interval between two looks
 */
public record FolderSettings(
        @Nullable Path directory,
        @Nullable SftpSettings sftp,
        @Nullable Mode mode,
        @Nullable String account,
        @Nullable String completionEmail,
        @DefaultValue("10s") Duration quietTime,
        @DefaultValue("5s") Duration interval) {}
