package org.unenrol.intake;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;
import org.unenrol.intake.results.ResultsDownload;
import org.unenrol.service.WorkLoop;

/**
 * Files in and results out, for a service to import. Multipart uploads may be as large as files may
 * be, with room for the other parts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
@Import({Intake.class, ResultsDownload.class, RowsAgain.class})
public class IntakeConfiguration {

    private static final DataSize OTHER_PARTS = DataSize.ofKilobytes(64);

    /** Longer than any upload takes. */
    private static final Duration LEFTOVER_AGE = Duration.ofDays(1);

    @Bean
    UploadFolder uploadFolder() throws IOException {
        return new UploadFolder(Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Bean
    WorkLoop uploadLeftoversLoop(UploadFolder folder) {
        return new WorkLoop(
                "upload-leftovers",
                1,
                Duration.ofHours(1),
                () -> {
                    folder.sweep(LEFTOVER_AGE);
                    return WorkLoop.Then.LATER;
                });
    }

    @Bean
    MultipartConfigElement multipartConfigElement(UploadSettings settings, UploadFolder folder) {
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setLocation(folder.path().toString());
        factory.setFileSizeThreshold(DataSize.ofKilobytes(256));
        factory.setMaxFileSize(settings.maxSize());
        factory.setMaxRequestSize(
                DataSize.ofBytes(settings.maxSize().toBytes() + OTHER_PARTS.toBytes()));
        return factory.createMultipartConfig();
    }
}
