package org.unenrol.infrastructure;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps Kafka, when it fails, from ending this process, which is not its own. */
final class KafkaExits {

    private static final Logger log = LoggerFactory.getLogger(KafkaExits.class);

    private KafkaExits() {}

    static void forbid() {
        Exit.setExitProcedure(KafkaExits::refuse);
        Exit.setHaltProcedure(KafkaExits::refuse);
    }

    private static void refuse(int status, @Nullable String message) {
        log.error("Kafka failed and no longer works (status {}, {}).", status, message);
    }
}
