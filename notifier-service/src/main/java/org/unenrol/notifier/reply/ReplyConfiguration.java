package org.unenrol.notifier.reply;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.reply.ReplyQueue;
import org.unenrol.ledger.upstream.RequestRows;
import org.unenrol.messaging.MessagePublisher;
import org.unenrol.service.WorkLoop;

/** One thread answers requests that became small imports, the other one all. */
@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

    private static final int SMALL = 10_000;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    @Bean
    ReplyDispatch replyDispatch(
            ReplyQueue queue, RequestRows rows, RowOutcomes outcomes, MessagePublisher publisher) {
        return new ReplyDispatch(queue, new SettledRequestRows(rows, outcomes), publisher);
    }

    @Bean
    WorkLoop smallRepliesLoop(ReplyDispatch replies) {
        return loop("small-replies", replies, SMALL);
    }

    @Bean
    WorkLoop repliesLoop(ReplyDispatch replies) {
        return loop("replies", replies, Integer.MAX_VALUE);
    }

    private static WorkLoop loop(String name, ReplyDispatch replies, int mostRows) {
        return new WorkLoop(
                name, 1, INTERVAL, () -> WorkLoop.Then.after(replies.publishNext(mostRows)));
    }
}
