package org.unenrol.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.UsernameKey;

/** The learners of the organisation. */
final class SamplePeople {

    private static final String ADD =
            """
            insert into lms.app_user (username, username_key, name, email)
            select username, username_key, name, username || '@marlbridge.example'
            from unnest(:usernames, :keys, :names) with ordinality
                as person (username, username_key, name, position)
            order by position
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
                .update();
    }
}
