package org.unenrol.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.unenrol.csv.FileLimits;

/**
 * Limits of uploads, {@code unenrol.upload.*}.
 *
 * @param maxSize the largest file that is taken in
 * @param maxRows the most rows a file may have, the header not counted
 */
@ConfigurationProperties("unenrol.upload")
public record UploadSettings(
        @DefaultValue("100MB") DataSize maxSize, @DefaultValue("1000000") int maxRows) {

    FileLimits limits() {
        return new FileLimits(maxSize.toBytes(), maxRows);
    }
}
