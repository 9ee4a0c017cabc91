package org.unenrol.portal.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The attributes of sessions as JSON that names their types, which must be among those that are
 * allowed: whoever can write to the table of the sessions still runs no code here.
 */
final class SessionJson {

    private static final Logger log = LoggerFactory.getLogger(SessionJson.class);

    private final JsonMapper mapper;

    SessionJson(List<SessionTypes> allowed) {
        BasicPolymorphicTypeValidator.Builder types = BasicPolymorphicTypeValidator.builder();
        allowed.stream()
                .flatMap(some -> some.types().stream())
                .forEach(type -> types.allowIfSubType(type.getName()));
        ClassLoader loader = SessionJson.class.getClassLoader();
        this.mapper =
                JsonMapper.builder()
                        .addModules(SecurityJacksonModules.getModules(loader, types))
                        .build();
    }

    /**
     * Writes an attribute.
     *
     * @throws IllegalArgumentException for a type that could not be read again
     */
    byte[] write(Object attribute) {
        byte[] json = mapper.writerFor(Object.class).writeValueAsBytes(attribute);
        try {
            mapper.readValue(json, Object.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    attribute.getClass().getName() + " is not for sessions: see SessionTypes", e);
        }
        return json;
    }

    /** Reads an attribute; nothing where it is not what {@link #write} has made. */
    @Nullable Object read(byte[] json) {
        try {
            return mapper.readValue(json, Object.class);
        } catch (JacksonException e) {
            log.warn("A session has an attribute that is not read: {}", e.getOriginalMessage());
            return null;
        }
    }
}
