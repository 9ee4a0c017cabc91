package org.unenrol.platform.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
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
            select near.administrator, word, min(near.username) as near
            from (
                select asked.administrator, word, alike.id, alike.username
                from unnest(:administrators, :words) as asked (administrator, word)
                cross join lateral (
                    select id, username from lms.app_user
                    where lms.near_form(username_key) = lms.near_form(word)
                    union all
                    select id, username from lms.app_user where lower(email) = lower(word)
                    union all
                    select id, username from lms.app_user where lower(name) = lower(word)
                ) alike
                union
                select (cast(:administrators as text[]))[number], (cast(:words as text[]))[number],
                    account.id, account.username
                from unnest(:numbers, :spellings) as spelt (number, spelling)
                join lms.app_user account on account.username_key = spelling
            ) near
            join lms.app_user administrator on administrator.username_key = near.administrator
            where administrator.role = 'GLOBAL_ADMINISTRATOR'
                or administrator.role = 'CONTENT_ADMINISTRATOR' and exists (
                    select from lms.enrolment
                    join lms.activity on activity.id = enrolment.activity_id
                    join lms.managed_area managed on managed.area = activity.area
                    where enrolment.user_id = near.id and managed.user_id = administrator.id)
            group by near.administrator, word
            having count(*) = 1
            """;

    private final JdbcClient jdbc;

    NearUsernames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The only one that is near, for asking "did you mean …?" No entry: none, or several. */
    Map<Unknown, String> near(Set<Unknown> usernames) {
        List<Integer> numbers = new ArrayList<>();
        List<String> spellings = new ArrayList<>();
        int number = 0;
        for (Unknown username : usernames) {
            number++;
            for (String spelling : spellings(username.word())) {
                numbers.add(number);
                spellings.add(spelling);
            }
        }
        Map<Unknown, String> found = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        found.put(
                                new Unknown(row.getString("administrator"), row.getString("word")),
                                row.getString("near"));
        Unknown.ask(jdbc, FIND, usernames)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("spellings", spellings.toArray(String[]::new))
                .query(collect);
        return found;
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
