package org.unenrol.platform.postgres;

import org.unenrol.model.UsernameKey;

/** Limits queries to what an administrator manages, by the account as it is at that moment. */
final class ManagedAreas {

    /**
     * A condition for a query that has an {@code activity} and the parameter {@code administrator},
     * a {@link #key(String)}.
     */
    public static final String CONDITION = conditionFor(":administrator");

    private ManagedAreas() {}

    /**
     * The same condition for an administrator whose key is an expression of the query.
     *
     * @param key never part of what somebody has written
     */
    public static String conditionFor(String key) {
        return """
            exists (
                select from lms.app_user administrator
                where administrator.username_key = %s
                  and (administrator.role = 'GLOBAL_ADMINISTRATOR'
                    or administrator.role = 'CONTENT_ADMINISTRATOR' and exists (
                        select from lms.managed_area managed
                        where managed.user_id = administrator.id and managed.area = activity.area)))
            """
                .formatted(key);
    }

    public static String key(String username) {
        return UsernameKey.of(username);
    }
}
