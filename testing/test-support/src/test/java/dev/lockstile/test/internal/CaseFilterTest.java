package dev.lockstile.test.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class CaseFilterTest {

    @Test
    void without_a_name_every_case_runs() {
        assertThat(cases("")).containsExactlyInAnyOrder("a_code_is_used_once", "a_code_ends", "a_link_ends");
    }

    @Test
    void a_case_is_named_by_its_method_alone() {
        assertThat(cases("a_code_ends")).containsExactly("a_code_ends");
        assertThat(cases("*_ends")).containsExactlyInAnyOrder("a_code_ends", "a_link_ends");
        assertThat(cases("ends")).isEmpty();
    }

    @Test
    void a_case_is_named_with_its_contract_or_with_the_class_that_runs_it() {
        assertThat(cases("CodeContract#*")).containsExactlyInAnyOrder("a_code_is_used_once", "a_code_ends");
        assertThat(cases("Links#a_link_ends")).containsExactly("a_link_ends");
        assertThat(cases("LinkContract#a_code_ends")).isEmpty();
    }

    @Test
    void several_cases_are_named_with_commas() {
        assertThat(cases("a_code_ends, LinkContract#*")).containsExactlyInAnyOrder("a_code_ends", "a_link_ends");
    }

    private static List<String> cases(String named) {
        LauncherConfig config = LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addPostDiscoveryFilters(new CaseFilter(named))
                .build();
        TestPlan plan = LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(OnOneStore.class))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getSource)
                .flatMap(source -> source.stream().filter(MethodSource.class::isInstance))
                .map(source -> ((MethodSource) source).getMethodName())
                .toList();
    }

    abstract static class CodeContract {
        @Test
        void a_code_is_used_once() {}

        @Test
        void a_code_ends() {}
    }

    abstract static class LinkContract {
        @Test
        void a_link_ends() {}
    }

    abstract static class AllContracts {
        @Nested
        final class Codes extends CodeContract {}

        @Nested
        final class Links extends LinkContract {}
    }

    /** Looked at by a launcher of its own only: it is not named like a test. */
    static final class OnOneStore extends AllContracts {}
}
