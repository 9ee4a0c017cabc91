package org.unenrol.portal.entry;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.unenrol.portal.credentials.AccountLinks;

/**
 * Looks for the accounts of those who have forgotten a password, one after another beside the
 * requests: so no answer takes longer because there is an account.
 */
@Component
class ForgottenPasswords implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ForgottenPasswords.class);
    private static final int MOST_WAITING = 200;
    private static final int LONGEST = 254;
    private static final long SECONDS_TO_FINISH = 5;

    private final AccountLinks links;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    task -> new Thread(task, "forgotten-passwords"),
                    (task, full) -> log.warn("too many ask for new passwords: one is not heard"));

    ForgottenPasswords(AccountLinks links) {
        this.links = links;
    }

    void ask(String usernameOrEmail) {
        if (!usernameOrEmail.isBlank() && usernameOrEmail.length() <= LONGEST) {
            worker.execute(() -> offer(usernameOrEmail));
        }
    }

    private void offer(String usernameOrEmail) {
        try {
            links.offerNewPasswords(usernameOrEmail);
        } catch (DataAccessException e) {
            log.warn("somebody who asks for a new password is not heard", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
