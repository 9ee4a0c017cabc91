package org.unenrol.notifier.results;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.service.WorkLoop;

/** Builds results as soon as an import has all its outcomes; small imports overtake large ones. */
@Configuration(proxyBeanMethods = false)
class ResultsConfiguration {

    private static final int BUILDERS = 2;

    @Bean
    WorkLoop resultsLoop(
            ResultsBuilder builder,
            @Qualifier("mailLoop") WorkLoop mail,
            @Qualifier("smallRepliesLoop") WorkLoop replies) {
        return new WorkLoop(
                "results",
                BUILDERS,
                Duration.ofSeconds(1),
                () -> {
                    boolean built = builder.buildNext();
                    if (built) {
                        mail.signal();
                        replies.signal();
                    }
                    return WorkLoop.Then.after(built);
                });
    }
}
