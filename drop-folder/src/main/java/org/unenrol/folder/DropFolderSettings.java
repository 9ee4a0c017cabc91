package org.unenrol.folder;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the drop folders, {@code unenrol.folders.*}.
 *
 * @param folders each by its name, which is also what the ledger knows it by
 */
@ConfigurationProperties("unenrol")
public record DropFolderSettings(@DefaultValue Map<String, FolderSettings> folders) {}
