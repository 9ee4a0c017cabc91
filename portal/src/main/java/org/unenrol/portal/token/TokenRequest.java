package org.unenrol.portal.token;

import static org.unenrol.portal.RequestLanguage.text;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.account.token.TokenScope;

/**
 * A token as it is asked for.
 *
 * @param account for which it is to act; empty for the one that asks
 * @param days after which it ends
 */
record TokenRequest(String name, TokenScope scope, int days, String account) {

    static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    private static final int LONGEST_NAME = 100;

    /** The form as it is at first. */
    static TokenRequest usual() {
        return new TokenRequest("", TokenScope.IMPORTS_READ, 90, "");
    }

    /** Without what surrounds the texts, and with an end that is offered. */
    TokenRequest {
        name = name.strip();
        account = account.strip();
        days = DAYS.contains(days) ? days : DAYS.get(0);
    }

    Duration lifetime() {
        return Duration.ofDays(days);
    }

    /** The sentence on what is wrong with the name; null where nothing is. */
    @Nullable String problemWithName() {
        if (name.isEmpty()) {
            return text("portal.tokens.name-missing");
        }
        return name.length() > LONGEST_NAME || name.indexOf('\0') >= 0
                ? text("portal.tokens.name-too-long", LONGEST_NAME)
                : null;
    }
}
