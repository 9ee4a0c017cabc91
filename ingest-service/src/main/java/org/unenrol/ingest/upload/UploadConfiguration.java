package org.unenrol.ingest.upload;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Lets multipart uploads be as large as files may be, with room for the other parts. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final DataSize OTHER_PARTS = DataSize.ofKilobytes(64);

    @Bean
    MultipartConfigElement multipartConfigElement(UploadSettings settings) {
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setFileSizeThreshold(DataSize.ofKilobytes(256));
        factory.setMaxFileSize(settings.maxSize());
        factory.setMaxRequestSize(
                DataSize.ofBytes(settings.maxSize().toBytes() + OTHER_PARTS.toBytes()));
        return factory.createMultipartConfig();
    }
}
