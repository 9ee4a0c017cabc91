package org.unenrol.portal.access;

import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to sign in, as they went, and who has to wait because of them. After five failed tries for
 * one account from one place the next has to wait, longer each time; likewise where a place tries
 * many accounts, or many places try one account. A place that the account has signed in from before
 * is held to its own tries alone, so that nobody elsewhere can keep an administrator out.
 */
@Component
class SignIns {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SignIns(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * Counts a try as failed before anybody looks at its password, so that of many at the same
     * moment no more are looked at than of many after each other. {@link #succeeded} takes it back.
     *
     * @return how long the try has to wait; then it has not been counted, and is not to be looked
     *     at. Zero where it need not
     */
    Duration begin(String account, String place) {
        return Objects.requireNonNull(
                transactions.execute(
                        status -> {
                            queueUp(account, place);
                            Duration wait = timeToWait(account, place);
                            if (wait.isZero()) {
                                count(account, place);
                            }
                            return wait;
                        }));
    }

    /** Lets tries for one account, or from one place, by one after the other. */
    private void queueUp(String account, String place) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(key)
                        from (select distinct hashtextextended(own, 0) as key
                              from unnest(array['account ' || :account, 'place ' || :place]) as own
                              order by key) as keys
                        """)
                .param("account", account)
                .param("place", place)
                .query((row, number) -> number)
                .list();
    }

    /**
     * Tells how long the next try has to wait, in whole seconds, five minutes at most, also where
     * the database's clock has been put back since the last one; zero where it need not.
     */
    Duration timeToWait(String account, String place) {
        return Duration.ofSeconds(
                jdbc.sql(
                                """
                        with recent as (
                            select * from portal.sign_in
                            where (account = :account or place = :place)
                              and failed_at > clock_timestamp() - interval '15 minutes'
                        ), own as (
                            select failed_at + interval '1 second' * least(power(2, failures - 5), 300) as until
                            from recent
                            where account = :account and place = :place and failures >= 5
                        ), others as (
                            select max(failed_at) + interval '10 seconds' as until
                            from recent
                            where not exists (
                                select from portal.sign_in known
                                where known.account = :account and known.place = :place
                                  and known.succeeded_at is not null)
                            group by account = :account
                            having sum(failures) >= 30
                        )
                        select coalesce(least(300, greatest(0, ceil(extract(epoch from
                            (select max(until) - clock_timestamp() from (table own union all table others) as wait))))), 0)
                        """)
                        .param("account", account)
                        .param("place", place)
                        .query(Long.class)
                        .single());
    }

    private void count(String account, String place) {
        jdbc.sql(
                        """
                        insert into portal.sign_in as known (account, place, failures, failed_at)
                        values (:account, :place, 1, clock_timestamp())
                        on conflict (account, place) do update
                        set failures = case when known.failed_at > clock_timestamp() - interval '15 minutes'
                                            then known.failures + 1 else 1 end,
                            failed_at = clock_timestamp()
                        """)
                .param("account", account)
                .param("place", place)
                .update();
        forgetOld();
    }

    /**
     * Writes at most once a day for one place, as every request to the API signs in anew: looks
     * first, because a row that is inserted in vain is locked, and a lock is written to the disk.
     */
    void succeeded(String account, String place) {
        jdbc.sql(
                        """
                        insert into portal.sign_in as known (account, place, succeeded_at)
                        select :account, :place, now()
                        where not exists (
                            select from portal.sign_in
                            where account = :account and place = :place and failures = 0
                              and succeeded_at >= now() - interval '1 day')
                        on conflict (account, place) do update
                        set failures = 0, failed_at = null, succeeded_at = now()
                        """)
                .param("account", account)
                .param("place", place)
                .update();
    }

    boolean hasSucceeded(String account, String place) {
        return jdbc.sql(
                        """
                        select exists (
                            select from portal.sign_in
                            where account = :account and place = :place and succeeded_at is not null)
                        """)
                .param("account", account)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    /** A few of each kind at a time: so no more come than go, and no try pays for all. */
    private void forgetOld() {
        jdbc.sql(
                        """
                        delete from portal.sign_in
                        where (account, place) in (
                            (select account, place from portal.sign_in
                             where failed_at < now() - interval '1 day' and succeeded_at is null
                             order by failed_at limit 10)
                            union all
                            (select account, place from portal.sign_in
                             where succeeded_at < now() - interval '180 days'
                             order by succeeded_at limit 10))
                        """)
                .update();
    }
}
