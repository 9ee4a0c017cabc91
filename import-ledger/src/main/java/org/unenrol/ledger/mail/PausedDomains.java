package org.unenrol.ledger.mail;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Domains that have put off one email to a learner after another. Each is left alone for pauses
 * that double, until it accepts one; other domains do not wait for it.
 */
final class PausedDomains {

    /**
     * Fewer in a row are what greylisting does to each. Those that have been tried come first when
     * the pause is over: a domain that wants to see each twice gets on, too.
     */
    private static final String DEFER =
            """
            with forgotten as (
                delete from imports.mail_domain
                where resumes_at < now() - interval '1 day'
                  and domain <> lower(split_part(:recipient, '@', -1))),
            counted as (
                insert into imports.mail_domain as known (domain, deferrals, resumes_at)
                values (lower(split_part(:recipient, '@', -1)), 1, now())
                on conflict (domain) do update
                set deferrals = known.deferrals + 1,
                    resumes_at = now() + case when known.deferrals < 2 then interval '0'
                        else least(interval '1 second' * power(2, least(known.deferrals, 20) - 2),
                                   cast(:longest as interval)) end
                returning domain, resumes_at)
            update imports.mail m
            set next_attempt_at = counted.resumes_at
                + case when m.attempts = 0 then interval '1 second' else interval '0' end
            from counted
            where counted.resumes_at > now() and m.state = 'QUEUED' and m.row > 0
              and lower(split_part(m.recipient, '@', -1)) = counted.domain
              and m.next_attempt_at <= now()
            """;

    private final JdbcClient jdbc;

    PausedDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void defer(QueuedMail mail, Duration longest) {
        jdbc.sql(DEFER)
                .param("recipient", mail.recipient())
                .param("longest", longest.toString())
                .update();
    }
}
