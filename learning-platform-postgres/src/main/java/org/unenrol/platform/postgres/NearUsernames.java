package org.unenrol.platform.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.UsernameKey;

/**
 * Finds accounts whose username may have been meant by one that is not known: it differs in no more
 * than dots, accents and zeros, or in two letters that have changed places, or the email address or
 * the name of the person was given. An account is one of an area when it is, or ever was, enrolled
 * in an activity there.
 *
 * <p>All unknown usernames of a batch are looked up by one statement, and each way by an index:
 * some twenty lookups for each of them, whatever the number of accounts. Ones that are longer than
 * people's usernames are not tried with letters changed.
 */
final class NearUsernames {

    private static final int MOST_LETTERS = 40;

    private static final String FIND =
            """
            select near.scope, word, min(near.username) as near
            from (
                select asked.scope, word, alike.id, alike.username
                from unnest(:asking, :words) as asked (scope, word)
                cross join lateral (
                    select id, username from lms.app_user
                    where lms.near_form(username_key) = lms.near_form(word)
                    union all
                    select id, username from lms.app_user where lower(email) = lower(word)
                    union all
                    select id, username from lms.app_user where lower(name) = lower(word)
                ) alike
                union
                select (cast(:asking as int[]))[number], (cast(:words as text[]))[number],
                    account.id, account.username
                from unnest(:numbers, :spellings) as spelt (number, spelling)
                join lms.app_user account on account.username_key = spelling
            ) near
            where %s
                or exists (
                    select from lms.enrolment
                    join lms.activity on activity.id = enrolment.activity_id
                    where enrolment.user_id = near.id and %s)
            group by near.scope, word
            having count(*) = 1
            """
                    .formatted(
                            UnknownWords.managed("near.scope", "null"),
                            UnknownWords.managed("near.scope", "activity.area"));

    private final JdbcClient jdbc;

    NearUsernames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The only one that is near, for asking "did you mean …?" No entry: none, or several. */
    Map<Unknown, String> near(Set<Unknown> usernames) {
        UnknownWords unknown = new UnknownWords(usernames);
        List<Integer> numbers = new ArrayList<>();
        List<String> spellings = new ArrayList<>();
        int number = 0;
        for (Unknown username : unknown.inOrder()) {
            number++;
            for (String spelling : spellings(username.word())) {
                numbers.add(number);
                spellings.add(spelling);
            }
        }
        return unknown.ask(
                jdbc.sql(FIND)
                        .param("numbers", numbers.toArray(Integer[]::new))
                        .param("spellings", spellings.toArray(String[]::new)));
    }

    /** Without a domain before or after it, and with any two neighbours changed. */
    private static List<String> spellings(String key) {
        List<String> spellings = new ArrayList<>();
        int at = key.indexOf('@');
        if (at > 0) {
            spellings.add(key.substring(0, at));
        }
        spellings.add(key.substring(key.lastIndexOf('\\') + 1));
        int[] letters = key.codePoints().toArray();
        for (int i = 1; i < letters.length && letters.length <= MOST_LETTERS; i++) {
            spellings.add(UsernameKey.of(changed(letters, i)));
        }
        return spellings;
    }

    private static String changed(int[] letters, int second) {
        int[] changed = letters.clone();
        changed[second] = letters[second - 1];
        changed[second - 1] = letters[second];
        return new String(changed, 0, changed.length);
    }
}
