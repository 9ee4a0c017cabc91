package org.unenrol.messaging;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of messages. What an operator sets for the application's own JSON, {@code
 * spring.jackson.*}, does not change it: another service has to read it.
 */
final class MessageJson {

    static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private MessageJson() {}
}
