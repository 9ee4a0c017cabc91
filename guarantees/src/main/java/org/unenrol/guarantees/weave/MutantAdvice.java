package org.unenrol.guarantees.weave;

import java.time.Duration;
import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;

/** The code that is woven into the methods of mutants. */
@SuppressWarnings({"UnusedVariable", "ParameterName"}) // they are assigned for the woven method
final class MutantAdvice {

    private MutantAdvice() {}

    /** Another statement. */
    static final class OtherSql {

        private OtherSql() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) String sql) {
            sql = SqlRewriting.of(sql);
        }
    }

    /** The answer is yes. */
    static final class Yes {

        private Yes() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    /** There is nothing to tell. */
    static final class Nothing {

        private Nothing() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<?> answer) {
            answer = Optional.empty();
        }
    }

    /** It is one. */
    static final class One {

        private One() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) int number) {
            number = 1;
        }
    }

    /** It may take no time at all. */
    static final class NoTime {

        private NoTime() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Duration time) {
            time = Duration.ZERO;
        }
    }

    /** A notice is always due. */
    static final class AlwaysNotice {

        private AlwaysNotice() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) UnenrolRow row,
                @Advice.Argument(1) @Nullable Learner learner,
                @Advice.Argument(2) Activity activity,
                @Advice.Return(readOnly = false) @Nullable LearnerNotice notice) {
            notice = Mutations.notice(row, learner, activity);
        }
    }

    /** Spring Kafka's own choice. */
    static final class DefaultHandler {

        private DefaultHandler() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) DefaultErrorHandler handler) {
            handler = new DefaultErrorHandler();
        }
    }

    /** Counts polled records as done. */
    static final class CommitAtOnce {

        private CommitAtOnce() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This Consumer<?, ?> consumer,
                @Advice.Return(typing = Assigner.Typing.DYNAMIC) ConsumerRecords<?, ?> polled) {
            Mutations.commitAtOnce(consumer, polled);
        }
    }

    /** Remembers how transactions are made. */
    static final class KeepTransactions {

        private KeepTransactions() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(1) PlatformTransactionManager transactions) {
            Mutations.keep(transactions);
        }
    }

    /** One transaction round everything. */
    static final class InOneTransaction {

        private InOneTransaction() {}

        @Advice.OnMethodEnter
        static TransactionStatus enter() {
            return Mutations.begin();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter TransactionStatus status, @Advice.Thrown @Nullable Throwable thrown) {
            Mutations.end(status, thrown);
        }
    }

    /** Line feeds become form feeds. */
    static final class OtherLineEnds {

        private OtherLineEnds() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) byte[] bytes) {
            bytes = Mutations.otherLineEnds(bytes);
        }
    }
}
