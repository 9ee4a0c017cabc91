package org.unenrol.guarantees.weave;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Code to be woven into methods of a class.
 *
 * @param type the name of the class
 */
record Change(String type, Advice advice, ElementMatcher<? super MethodDescription> methods) {

    static Change of(
            String type, Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
        return new Change(type, Advice.to(advice), methods);
    }

    static Change of(CrashPoint point) {
        Class<?> advice =
                point.when() == CrashPoint.When.BEFORE
                        ? CrashAdvice.Before.class
                        : CrashAdvice.After.class;
        return new Change(
                point.type(),
                Advice.withCustomMapping().bind(CrashAdvice.Point.class, point.name()).to(advice),
                named(point.method()).and(not(isAbstract())));
    }
}
