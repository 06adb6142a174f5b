package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each of the old library's 43 faults has a test that bears its number. */
class LegacyFaultsTest {

    @Test
    void every_fault_has_its_test() {
        List<Integer> tried = Stream.of(
                        LegacyFaults01To10Test.class,
                        LegacyFaults11To20Test.class,
                        LegacyFaults21To30Test.class,
                        LegacyFaults31To43Test.class)
                .flatMap(group -> Arrays.stream(group.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(name -> Integer.valueOf(name.substring("fault_".length(), "fault_00".length())))
                .sorted()
                .toList();
        assertThat(tried).isEqualTo(IntStream.rangeClosed(1, 43).boxed().toList());
    }
}
