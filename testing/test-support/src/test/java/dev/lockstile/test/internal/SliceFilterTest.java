package dev.lockstile.test.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockstile.test.Slices;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class SliceFilterTest {

    @Test
    void a_class_without_slices_runs_all_but_the_long_proofs() {
        assertThat(cases(Whole.class, false))
                .containsExactlyInAnyOrder("keyed", "named", "plain", "keyed_by_its_class");
    }

    @Test
    void a_class_with_slices_runs_the_cases_in_one_of_them() {
        assertThat(cases(Keyed.class, false)).containsExactlyInAnyOrder("keyed", "keyed_by_its_class");
        assertThat(cases(KeyedAndNamed.class, false)).containsExactlyInAnyOrder("keyed", "keyed_by_its_class", "named");
    }

    @Test
    void in_a_proof_everything_runs() {
        assertThat(cases(Keyed.class, true))
                .containsExactlyInAnyOrder("keyed", "named", "plain", "keyed_by_its_class", "proven");
    }

    @Test
    void every_launcher_finds_the_filter_by_itself() {
        assertThat(cases(Keyed.class, LauncherConfig.builder().build())).doesNotContain("plain");
    }

    private static List<String> cases(Class<?> type, boolean everything) {
        return cases(
                type,
                LauncherConfig.builder()
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .addPostDiscoveryFilters(new SliceFilter(everything))
                        .build());
    }

    private static List<String> cases(Class<?> type, LauncherConfig config) {
        TestPlan plan = LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(type))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getSource)
                .flatMap(source -> source.stream().filter(MethodSource.class::isInstance))
                .map(source -> ((MethodSource) source).getMethodName())
                .toList();
    }

    abstract static class Cases {

        @Test
        @Tag("keys")
        void keyed() {}

        @Test
        @Tag("columns")
        void named() {}

        @Test
        void plain() {}
    }

    abstract static class Contract {

        @Nested
        final class Inner extends Cases {}

        @Nested
        @Tag("keys")
        final class ByClass {

            @Test
            void keyed_by_its_class() {}
        }

        @Test
        @Tag("proof")
        void proven() {}
    }

    static final class Whole extends Contract {}

    @Slices(Slices.KEYS)
    static final class Keyed extends Contract {}

    @Slices({Slices.KEYS, Slices.COLUMNS})
    static final class KeyedAndNamed extends Contract {}
}
