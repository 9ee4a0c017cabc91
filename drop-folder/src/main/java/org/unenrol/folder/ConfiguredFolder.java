package org.unenrol.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.access.LocalFolder;
import org.unenrol.folder.sftp.SftpFolders;
import org.unenrol.folder.sftp.SftpSettings;
import org.unenrol.folder.watch.WatchedFolder;
import org.unenrol.model.Mode;

/** A folder as it is set, checked when the service starts. */
record ConfiguredFolder(WatchedFolder watched, DropFolder place) {

    /**
     * Checks the settings of a folder. Whether it can be reached is not looked at, as that changes.
     *
     * @param language for accounts that have chosen none
     * @throws InvalidConfigurationPropertyValueException names the setting and says how to fix it
     */
    static ConfiguredFolder of(String name, FolderSettings settings, String language) {
        String prefix = "unenrol.folders." + name + ".";
        DropFolder place = place(prefix, settings);
        return new ConfiguredFolder(watched(name, prefix, settings, language), place);
    }

    private static DropFolder place(String prefix, FolderSettings settings) {
        Path directory = settings.directory();
        SftpSettings sftp = settings.sftp();
        if ((directory == null) == (sftp == null)) {
            throw wrong(
                    prefix + "directory",
                    directory,
                    "Set either it, for a folder of this machine, or sftp.host and what else there"
                            + " is under sftp.");
        }
        if (sftp != null) {
            return SftpFolders.of(prefix + "sftp.", sftp);
        }
        Path local = Objects.requireNonNull(directory);
        if (Files.exists(local) && !Files.isDirectory(local)) {
            throw wrong(prefix + "directory", local, "Set it to a folder.");
        }
        return new LocalFolder(local.toAbsolutePath().normalize());
    }

    private static WatchedFolder watched(
            String name, String prefix, FolderSettings settings, String language) {
        Mode mode = settings.mode();
        if (mode == null) {
            throw wrong(prefix + "mode", null, "Set it to VERIFY_ONLY or APPLY.");
        }
        String account = settings.account();
        if (account == null || !StringUtils.hasText(account)) {
            throw wrong(
                    prefix + "account",
                    account,
                    "Set it to the username of the administrator in whose name its files are"
                            + " imported.");
        }
        String email = settings.completionEmail();
        if (email != null && email.indexOf('@') < 1) {
            throw wrong(prefix + "completion-email", email, "Set it to one email address.");
        }
        if (settings.quietTime().isNegative()) {
            throw wrong(prefix + "quiet-time", settings.quietTime(), "Set it to 0s or longer.");
        }
        if (settings.interval().compareTo(Duration.ofMillis(100)) < 0) {
            throw wrong(prefix + "interval", settings.interval(), "Set it to 100ms or longer.");
        }
        return new WatchedFolder(
                name, mode, account, email, settings.quietTime(), settings.interval(), language);
    }

    private static InvalidConfigurationPropertyValueException wrong(
            String setting, @Nullable Object value, String howToFix) {
        return new InvalidConfigurationPropertyValueException(setting, value, howToFix);
    }
}
