package org.unenrol.folder;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.account.Accounts;
import org.unenrol.audit.AuditTrail;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.access.LocalFolder;
import org.unenrol.folder.watch.FolderWatches;
import org.unenrol.intake.Intake;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.folder.FolderFiles;

/** The drop folders for a service to import. Without settings there are none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DropFolderSettings.class)
public class DropFolderConfiguration {

    @Bean
    FolderWatches folderWatches(
            Accounts accounts,
            Intake intake,
            Imports imports,
            StoredFiles files,
            FolderFiles ledger,
            AuditTrail audit) {
        return new FolderWatches(accounts, intake, imports, files, ledger, audit);
    }

    @Bean
    DropFolders dropFolders(
            DropFolderSettings settings,
            FolderWatches parts,
            @Value("${unenrol.languages:en,de}") List<String> languages) {
        return new DropFolders(configured(settings, languages.get(0)), parts);
    }

    static List<ConfiguredFolder> configured(DropFolderSettings settings, String language) {
        List<ConfiguredFolder> folders = new ArrayList<>();
        settings.folders()
                .forEach(
                        (name, folder) -> folders.add(ConfiguredFolder.of(name, folder, language)));
        Set<DropFolder> places = new HashSet<>();
        for (ConfiguredFolder folder : folders) {
            if (folder.place() instanceof LocalFolder local && !places.add(local)) {
                throw new InvalidConfigurationPropertyValueException(
                        "unenrol.folders." + folder.watched().name() + ".directory",
                        local.directory(),
                        "Set it to a folder that no other drop folder has.");
            }
        }
        return folders;
    }

    @Bean
    DropFoldersHealth dropFoldersHealthIndicator(DropFolders folders) {
        return new DropFoldersHealth(folders);
    }

    @Bean
    Gauge dropFoldersGauge(MeterRegistry meters, DropFolders folders) {
        return Gauge.builder(
                        "unenrol.folders.stalled",
                        () ->
                                folders.watches().stream()
                                        .filter(watch -> !watch.status().isWell())
                                        .count())
                .description("Drop folders that cannot be reached, or have files that wait")
                .register(meters);
    }
}
