package dev.lockstile.auth.spring.internal.property;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds properties below {@code lockstile} that do not exist. A file says what the application wants, so that each name
 * in it counts. Environment variables and system properties come from elsewhere too (Kubernetes sets
 * {@code LOCKSTILE_SERVICE_HOST} for a service of that name): of those a name counts that is nearly the name of a
 * property.
 */
final class UnknownProperties {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(KnownProperties.ROOT);

    /** Sources that other programs fill. */
    private static final Set<String> SHARED = Set.of(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            "servletConfigInitParams",
            "servletContextInitParams",
            "jndiProperties");

    /** Letters by which a mistyped name differs. */
    private static final int NEAR = 2;

    private final List<PropertyName> known = new ArrayList<>(KnownProperties.own());
    private final Supplier<List<PropertyName>> added;
    private boolean complete;

    /** @param added names of other jars and beans, asked for where a name is not one of the starter's own */
    UnknownProperties(Supplier<List<PropertyName>> added) {
        this.added = added;
    }

    /** A problem for each, with its nearest name and where it stands. */
    List<String> in(Environment environment) {
        List<String> problems = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource names
                    && source.getUnderlyingSource() instanceof EnumerablePropertySource<?> underlying) {
                if (underlying instanceof SystemEnvironmentPropertySource) {
                    variables(underlying, problems);
                } else {
                    names.stream()
                            .filter(ROOT::isAncestorOf)
                            .filter(name -> isUnknown(any -> any.accepts(name)))
                            .forEach(name -> problem(name, underlying, problems));
                }
            }
        });
        return problems.stream().distinct().toList();
    }

    private void problem(ConfigurationPropertyName name, EnumerablePropertySource<?> source, List<String> problems) {
        Nearest nearest = nearest(PropertyName.letters(name.toString()), name);
        if (!SHARED.contains(source.getName()) || nearest.distance() <= NEAR) {
            problems.add(text(name.toString(), nearest, origin(source, name)));
        }
    }

    private void variables(EnumerablePropertySource<?> environment, List<String> problems) {
        for (String variable : environment.getPropertyNames()) {
            if (variable.toLowerCase(Locale.ROOT).startsWith(KnownProperties.ROOT + '_')
                    && isUnknown(any -> any.acceptsVariable(variable))) {
                Nearest nearest = nearest(PropertyName.letters(variable), null);
                if (nearest.distance() <= NEAR) {
                    problems.add(text(variable, nearest, "an environment variable"));
                }
            }
        }
    }

    private boolean isUnknown(Predicate<PropertyName> accepts) {
        if (known.stream().anyMatch(accepts)) {
            return false;
        }
        if (!complete) {
            // a description knows of a map, and the type which keys its entries have
            added.get().stream()
                    .filter(name -> known.stream().noneMatch(own -> own.isEntryOf(name)))
                    .toList()
                    .forEach(known::add);
            complete = true;
        }
        return known.stream().noneMatch(accepts);
    }

    private Nearest nearest(String letters, @Nullable ConfigurationPropertyName name) {
        return known.stream()
                .map(one -> name == null ? one : one.withKeysOf(name))
                .filter(one -> !one.hasKeys())
                .map(one -> new Nearest(one.text(), EditDistance.between(letters, PropertyName.letters(one.text()))))
                .min(Comparator.comparingInt(Nearest::distance).thenComparing(Nearest::name))
                .orElseThrow();
    }

    private static String text(String name, Nearest nearest, String where) {
        return "property-unknown: " + name + " is no property of Lockstile; the nearest is " + nearest.name() + " ("
                + where + ")";
    }

    private static String origin(EnumerablePropertySource<?> source, ConfigurationPropertyName name) {
        for (String written : source.getPropertyNames()) {
            if (name.equals(ConfigurationPropertyName.adapt(written, '.'))) {
                Object origin = OriginLookup.getOrigin(source, written);
                return origin == null ? source.getName() : origin.toString();
            }
        }
        return source.getName();
    }

    /** A name that exists, and how far it is. */
    private record Nearest(String name, int distance) {}
}
