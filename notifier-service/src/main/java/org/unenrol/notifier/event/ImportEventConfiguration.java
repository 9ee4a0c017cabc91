package org.unenrol.notifier.event;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.messaging.Message;
import org.unenrol.messaging.MessagePublisher;
import org.unenrol.model.ImportEvent;
import org.unenrol.service.WorkLoop;

/** Publishes import events as they become true. */
@Configuration(proxyBeanMethods = false)
class ImportEventConfiguration {

    private static final int BATCH = 100;

    @Bean
    WorkLoop importEventLoop(EventOutbox outbox, MessagePublisher publisher) {
        return new WorkLoop(
                "import-events",
                1,
                Duration.ofMillis(500),
                () -> WorkLoop.Then.after(outbox.publishNext(BATCH, to(publisher)) > 0));
    }

    private static Consumer<List<ImportEvent>> to(MessagePublisher publisher) {
        return events -> publisher.publish(events.stream().map(Message::of).toList());
    }
}
