package org.unenrol.platform.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.UsernameKey;

/** The learners and administrators of the organisation, and what the latter may manage. */
final class SamplePeople {

    private static final String ADD =
            """
            insert into lms.app_user (username, username_key, name, email, role)
            select username, username_key, name, username || '@marlbridge.example', role
            from unnest(:usernames, :keys, :names, :roles) with ordinality
                as person (username, username_key, name, role, position)
            order by position
            """;

    private static final String GRANT =
            """
            insert into lms.managed_area (user_id, area)
            select id, area
            from lms.app_user, unnest(array[
                'Health and safety', 'Information governance', 'Management and leadership',
                'Safeguarding', 'Digital skills']) as area
            where username = 'content.admin'
            """;

    private final JdbcClient jdbc;
    private final SampleFile people = SampleFile.read("people.csv");

    SamplePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void load() {
        jdbc.sql(ADD)
                .param("usernames", people.texts(0))
                .param("keys", people.texts(line -> UsernameKey.of(line.text(0))))
                .param("names", people.texts(1))
                .param("roles", people.texts(2))
                .update();
    }

    /** Needs the areas of the catalogue. */
    void grantAreas() {
        jdbc.sql(GRANT).update();
    }
}
