package org.unenrol.platform.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.contract.LearningPlatformContract;
import org.unenrol.platform.contract.RemotePlatformUnderTest;
import org.unenrol.platform.contract.RowSettlerContract;
import org.unenrol.platform.remote.LearningPlatform;

/** Tests of the contract fail on a platform that has the fault they are there for. */
class FaultyPlatformsTests {

    private static Function<RemoteCalls, LearningPlatform> adapter = RemoteAdapter::new;
    private static UnaryOperator<RowSettler> settler = UnaryOperator.identity();

    @ParameterizedTest
    @EnumSource
    void failTheContractWithTheirSettler(Defect defect) {
        adapter = RemoteAdapter::new;
        settler = whole -> batch -> defect.settle(batch, whole);

        assertThat(failed()).containsAll(defect.tests());
    }

    @ParameterizedTest
    @EnumSource
    void failTheContractWithTheirAdapter(AdapterDefect defect) {
        adapter = defect::to;
        settler = UnaryOperator.identity();

        assertThat(failed()).containsAll(defect.tests());
    }

    @Test
    void haveAFaultForEachTestOfTheContract() {
        Set<String> tests =
                Stream.of(RowSettlerContract.class, LearningPlatformContract.class)
                        .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                        .filter(
                                method ->
                                        method.isAnnotationPresent(Test.class)
                                                || method.isAnnotationPresent(
                                                        ParameterizedTest.class))
                        .map(Method::getName)
                        .collect(Collectors.toSet());

        assertThat(
                        Stream.concat(
                                        Arrays.stream(Defect.values()).map(Defect::tests),
                                        Arrays.stream(AdapterDefect.values())
                                                .map(AdapterDefect::tests))
                                .flatMap(List::stream))
                .containsAll(tests);
    }

    private static Set<String> failed() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OnAFaultyPlatform.class))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(Event::getTestDescriptor)
                .map(FaultyPlatformsTests::method)
                .collect(Collectors.toSet());
    }

    private static @Nullable String method(TestDescriptor test) {
        return test.getSource()
                .map(MethodSource.class::cast)
                .map(MethodSource::getMethodName)
                .orElse(null);
    }

    /** Run by the test above only. */
    @SuppressWarnings("JUnit4TestNotRun")
    static final class OnAFaultyPlatform extends LearningPlatformContract {

        @Override
        protected RemotePlatformUnderTest emptyPlatform() {
            return PlatformInMemory.with(adapter, settler);
        }
    }
}
