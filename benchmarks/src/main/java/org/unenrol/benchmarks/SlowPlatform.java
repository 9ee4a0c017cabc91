package org.unenrol.benchmarks;

import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** The platform, and the time that a remote one would take before it answers. */
record SlowPlatform(RowSettler platform, Wait pause) implements RowSettler {

    static final String SETTING = "benchmark.platform-wait";

    @Override
    public List<UnenrolmentAnswer> settle(List<UnenrolmentRequest> batch) {
        Pause.millis(pause.millis(batch.size()));
        return platform.settle(batch);
    }

    /** The wait before a batch. */
    enum Wait {
        BATCH_50_MS {
            @Override
            long millis(int rows) {
                return 50;
            }
        },
        ROW_10_MS {
            @Override
            long millis(int rows) {
                return 10L * rows;
            }
        };

        abstract long millis(int rows);
    }

    /** Puts the wait before the platform of a worker. */
    @Configuration(proxyBeanMethods = false)
    static class SlowPlatformConfiguration {

        @Bean
        static BeanPostProcessor slowing(Environment settings) {
            Wait wait = settings.getRequiredProperty(SETTING, Wait.class);
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof RowSettler platform
                            ? new SlowPlatform(platform, wait)
                            : bean;
                }
            };
        }
    }
}
