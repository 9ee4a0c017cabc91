package org.unenrol.guarantees.weave;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The code that is woven into methods with a crash point. */
final class CrashAdvice {

    private CrashAdvice() {}

    /** Stands for the name of the point. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Point {}

    /** Runs as a method begins. */
    static final class Before {

        private Before() {}

        @Advice.OnMethodEnter
        static void enter(@Point String point) {
            Passage.pass(point);
        }
    }

    /** Runs as the method returns without an exception. */
    static final class After {

        private After() {}

        @Advice.OnMethodExit
        static void exit(
                @Point String point,
                @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object found) {
            Passage.passWith(point, found);
        }
    }
}
