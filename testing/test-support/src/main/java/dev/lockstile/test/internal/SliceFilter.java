package dev.lockstile.test.internal;

import dev.lockstile.test.Slices;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out what does not run here: cases of a contract outside the {@link Slices} of the class that inherits it, and
 * tests with the tag {@code proof}. With the system property {@code lockstile.proof} everything runs. What is left out
 * is not counted as skipped.
 */
public final class SliceFilter implements PostDiscoveryFilter {

    /** The tag of tests that run with {@code -Pproof} only. */
    static final String PROOF = "proof";

    private final boolean everything;

    /** Reads the system property. */
    public SliceFilter() {
        this(Boolean.getBoolean("lockstile.proof"));
    }

    SliceFilter(boolean everything) {
        this.everything = everything;
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        boolean isMethod =
                test.getSource().filter(MethodSource.class::isInstance).isPresent();
        if (everything || !isMethod) {
            return FilterResult.included("not a case to choose");
        }
        Set<String> tags = test.getTags().stream().map(TestTag::getName).collect(Collectors.toSet());
        if (tags.contains(PROOF)) {
            return FilterResult.excluded("runs with -Pproof");
        }
        boolean wanted = slices(test)
                .map(slices -> Arrays.stream(slices.value()).anyMatch(tags::contains))
                .orElse(true);
        return FilterResult.includedIf(
                wanted, () -> "in a slice of its class", () -> "outside the slices of its class");
    }

    /** The slices of the outermost class; the contract's own classes stand nested in it. */
    private static Optional<Slices> slices(TestDescriptor test) {
        Optional<Slices> outermost = Optional.empty();
        for (Optional<TestDescriptor> at = test.getParent();
                at.isPresent();
                at = at.get().getParent()) {
            if (at.get().getSource().orElse(null) instanceof ClassSource source) {
                outermost = Optional.ofNullable(source.getJavaClass().getAnnotation(Slices.class));
            }
        }
        return outermost;
    }
}
