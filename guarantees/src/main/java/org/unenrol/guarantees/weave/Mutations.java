package org.unenrol.guarantees.weave;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;

/** Called from the methods of mutants. */
public final class Mutations {

    private static @Nullable PlatformTransactionManager transactions;

    private Mutations() {}

    public static @Nullable LearnerNotice notice(
            UnenrolRow row, @Nullable Learner learner, Activity activity) {
        return learner == null || row.sendEmail() != EmailChoice.YES
                ? null
                : new LearnerNotice(
                        learner.email(),
                        learner.name(),
                        learner.language(),
                        activity.title(),
                        RowOutcome.Place.LEFT);
    }

    public static void commitAtOnce(Consumer<?, ?> consumer, ConsumerRecords<?, ?> polled) {
        if (!polled.isEmpty()) {
            consumer.commitSync();
        }
    }

    public static void keep(PlatformTransactionManager made) {
        transactions = made;
    }

    public static TransactionStatus begin() {
        return kept().getTransaction(new DefaultTransactionDefinition());
    }

    public static void end(TransactionStatus status, @Nullable Throwable thrown) {
        if (thrown == null) {
            kept().commit(status);
        } else {
            kept().rollback(status);
        }
    }

    private static PlatformTransactionManager kept() {
        PlatformTransactionManager kept = transactions;
        if (kept == null) {
            throw new IllegalStateException("no platform has been made yet");
        }
        return kept;
    }

    public static byte[] otherLineEnds(byte[] bytes) {
        byte[] other = bytes.clone();
        for (int i = 0; i < other.length; i++) {
            if (other[i] == '\n') {
                other[i] = '\f';
            }
        }
        return other;
    }
}
