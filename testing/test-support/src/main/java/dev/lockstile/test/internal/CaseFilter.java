package dev.lockstile.test.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves only the cases that the system property {@code lockstile.case} names: {@code METHOD} or
 * {@code CONTRACT#METHOD}, several with commas, {@code *} for any letters. A contract is named by its own class or by
 * the class that runs it, so that one case of a contract runs on one store.
 */
public final class CaseFilter implements PostDiscoveryFilter {

    private final List<Pattern> wanted;

    /** Reads the system property. */
    public CaseFilter() {
        this(System.getProperty("lockstile.case", ""));
    }

    CaseFilter(String cases) {
        wanted = Stream.of(cases.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.contains("#") ? text : "*#" + text)
                .map(text -> Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E"))
                .toList();
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        if (wanted.isEmpty() || !(test.getSource().orElse(null) instanceof MethodSource source)) {
            return FilterResult.included("not a case to choose");
        }
        boolean named = names(test, source).stream()
                .map(name -> name + "#" + source.getMethodName())
                .anyMatch(name -> wanted.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
        return FilterResult.includedIf(named, () -> "named by lockstile.case", () -> "not named by lockstile.case");
    }

    /** The class that declares the case, and the classes that run it. */
    private static List<String> names(TestDescriptor test, MethodSource source) {
        List<String> names = new ArrayList<>();
        names.add(source.getJavaMethod().getDeclaringClass().getSimpleName());
        for (Optional<TestDescriptor> at = test.getParent();
                at.isPresent();
                at = at.get().getParent()) {
            if (at.get().getSource().orElse(null) instanceof ClassSource type) {
                names.add(type.getJavaClass().getSimpleName());
            }
        }
        return names;
    }
}
