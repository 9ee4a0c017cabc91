package org.unenrol.guarantees.remote;

import java.net.URI;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.unenrol.platform.remote.LearningPlatform;

/** Brings the adapter into a service, as the jar of any adapter does. */
@AutoConfiguration
@ConditionalOnProperty(name = "unenrol.platform", havingValue = RemoteAdapterConfiguration.NAME)
class RemoteAdapterConfiguration {

    static final String NAME = "guarantees";

    @Bean
    LearningPlatform learningPlatform(Environment settings) {
        return new RemoteAdapter(
                settings.getRequiredProperty("guarantees.remote-platform", URI.class));
    }
}
