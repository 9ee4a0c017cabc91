package org.unenrol.ingest.access;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.account.token.TokenScope;

/** Makes items, learners and enrolments, and tells what has changed of everything. */
record AccessFixture(JdbcClient jdbc, AccountTokens tokens) {

    AccessSubject subject(String username, UUID importId, String name, String area) {
        jdbc.sql("insert into lms.area values (?) on conflict do nothing").param(area).update();
        long item =
                insert(
                        """
                        insert into lms.activity (kind, title, external_reference, area)
                        values ('COURSE', :name, :name, :area)
                        """,
                        name,
                        area);
        long learner =
                insert(
                        """
                        insert into lms.app_user (username, username_key, name, email)
                        values (:name, :name, :name, :name || '@example.org')
                        """,
                        name,
                        area);
        jdbc.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        values (?, ?, now() - interval '1 day')
                        """)
                .params(learner, item)
                .update();
        tokens.issue(username, name, Set.of(TokenScope.IMPORTS_READ), Duration.ofDays(1));
        long token = tokens.of(username).get(0).id();
        long account =
                insert(
                        """
                        insert into accounts.account (username, username_key, name, email, role)
                        values (:name, :name, :name, :name || '@example.org', 'CONTENT_ADMINISTRATOR')
                        """,
                        name,
                        area);
        return new AccessSubject(importId, item, learner, token, account, name);
    }

    private long insert(String sql, String name, String area) {
        return jdbc.sql(sql + " returning id")
                .param("name", name)
                .param("area", area)
                .query(Long.class)
                .single();
    }

    /** Equal to another one where nothing has been done in between. */
    String state() {
        return jdbc.sql(
                        """
                        select (select count(*) from imports.import) || ' imports, '
                            || (select count(*) from audit.entry where kind not in (
                                'REFUSED', 'API_USED', 'SIGN_IN_FAILED', 'RECORDS_EXPORTED')) || ' entries, '
                            || (select count(*) from imports.mail where state = 'QUEUED') || ' mails, '
                            || (select md5(string_agg(state || (cancel_requested_at is null), '' order by import_id))
                                from imports.progress)
                            || (select md5(string_agg(coalesce(external_reference, ''), '' order by id))
                                from lms.activity)
                            || (select count(*) filter (where revoked_at is null) from accounts.token)
                            || (select count(*) from accounts.one_time_link) || ' links, '
                            || (select md5(string_agg(account::text, '' order by id))
                                from accounts.account)
                        """)
                .query(String.class)
                .single();
    }
}
