package org.unenrol.portal.access;

import java.util.List;

/**
 * Types of this product that sessions may hold, beside those of Spring Security. A part that keeps
 * something in the session has a bean of these: what is not named is neither written nor read.
 */
public record SessionTypes(List<Class<?>> types) {

    /** The types themselves, and not those that extend them. */
    public static SessionTypes of(Class<?>... types) {
        return new SessionTypes(List.of(types));
    }
}
