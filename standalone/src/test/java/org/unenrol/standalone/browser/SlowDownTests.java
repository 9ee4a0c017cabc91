package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unenrol.standalone.TestSystem;

/** The treatment of somebody who guesses a password. */
class SlowDownTests extends PortalTestCase {

    private static final int TRIES = 5;

    @Test
    void saysForHowLongTheNextTryHasToWaitWhateverThePassword() {
        String username = learners.administrator();
        open("/sign-in");
        for (int i = 0; i < TRIES; i++) {
            signInHere(username, "guess " + i);
            assertThat(problem()).contains("not right");
        }
        putOffTheNextTry(username, "40 seconds");
        signInHere(username, TestSystem.PASSWORD);
        assertThat(problem()).containsPattern("^Too many tries: wait (3[0-9]|4[01]) seconds");
        assertAccessible();
        signInHere(username, "wrong");
        assertThat(problem()).startsWith("Too many tries: wait ");

        putOffTheNextTry(username, "-2 hours");
        signInHere(username, TestSystem.PASSWORD);
        page.waitForURL("**/catalogue");
    }

    /** As if the last failed try had been at another time. */
    private void putOffTheNextTry(String username, String by) {
        int changed =
                system.jdbc()
                        .sql(
                                """
                                update portal.sign_in set failed_at = now() + :by::interval
                                where account = encode(sha256(convert_to(:username, 'UTF8')), 'hex')
                                  and failures = :failures
                                """)
                        .param("by", by)
                        .param("username", username)
                        .param("failures", TRIES)
                        .update();
        assertThat(changed).isEqualTo(1);
    }
}
