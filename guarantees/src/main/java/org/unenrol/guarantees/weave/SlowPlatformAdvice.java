package org.unenrol.guarantees.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.List;
import net.bytebuddy.asm.Advice;

/** The code that is woven into a worker's calls to the platform. */
final class SlowPlatformAdvice {

    private SlowPlatformAdvice() {}

    static Change change() {
        return Change.of(
                "org.unenrol.platform.postgres.PostgresRowSettler", Before.class, named("settle"));
    }

    /** Runs as a call begins. */
    static final class Before {

        private Before() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) List<?> batch) {
            SlowedPlatform.await(batch.size());
        }
    }
}
