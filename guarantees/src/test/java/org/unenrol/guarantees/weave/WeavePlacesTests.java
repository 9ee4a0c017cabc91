package org.unenrol.guarantees.weave;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds that every class and method that is woven into exists: else the fault would never happen,
 * and prove nothing.
 */
class WeavePlacesTests {

    private final TypePool product = TypePool.Default.ofSystemLoader();

    @ParameterizedTest
    @EnumSource
    void areMethodsOfTheProduct(CrashPoint point) {
        assertThat(type(point.type()).getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(point.method()));
    }

    @ParameterizedTest
    @EnumSource
    void areMethodsOfTheProduct(Mutant mutant) {
        assertThat(mutant.changes())
                .allSatisfy(
                        change ->
                                assertThat(type(change.type()).getDeclaredMethods())
                                        .anyMatch(change.methods()::matches));
    }

    @Test
    void areMethodsOfTheProductWhereAPlatformIsSlowed() {
        assertThat(type(SlowPlatformAdvice.change().type()).getDeclaredMethods())
                .anyMatch(SlowPlatformAdvice.change().methods()::matches);
    }

    private TypeDescription type(String name) {
        return product.describe(name).resolve();
    }
}
