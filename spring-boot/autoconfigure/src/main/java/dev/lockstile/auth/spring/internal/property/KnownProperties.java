package dev.lockstile.auth.spring.internal.property;

import dev.lockstile.auth.spring.internal.settings.OwnProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StreamUtils;

/** The names below {@code lockstile}: the starter's own, and those that other jars and beans add. */
final class KnownProperties {

    static final String ROOT = "lockstile";

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private KnownProperties() {}

    /** The starter's own names. */
    static List<PropertyName> own() {
        return OwnProperties.TYPES.stream()
                .flatMap(type -> PropertyNames.of(prefix(annotation(type)), type).stream())
                .toList();
    }

    /** Names that jars on the class path describe, and that beans of the application are bound to. Reads many files. */
    static List<PropertyName> added(ListableBeanFactory beans) {
        List<PropertyName> added = new ArrayList<>();
        try {
            ClassLoader loader = ClassUtils.getDefaultClassLoader();
            for (URL file : Collections.list(
                    loader == null ? ClassLoader.getSystemResources(METADATA) : loader.getResources(METADATA))) {
                described(file, added);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the descriptions of properties cannot be read", e);
        }
        for (String name : beans.getBeanDefinitionNames()) {
            ConfigurationProperties bound = beans.findAnnotationOnBean(name, ConfigurationProperties.class, false);
            Class<?> type = bound == null ? null : beans.getType(name, false);
            if (bound != null && type != null && isBelowRoot(prefix(bound))) {
                added.addAll(PropertyNames.of(prefix(bound), ClassUtils.getUserClass(type)));
            }
        }
        return added;
    }

    private static void described(URL file, List<PropertyName> added) throws IOException {
        String text = StreamUtils.copyToString(file.openStream(), StandardCharsets.UTF_8);
        if (!text.contains('"' + ROOT + '.')) {
            return;
        }
        Object properties = JsonParserFactory.getJsonParser().parseMap(text).get("properties");
        if (properties instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> property && isBelowRoot(String.valueOf(property.get("name")))) {
                    added.add(described(property));
                }
            }
        }
    }

    private static PropertyName described(Map<?, ?> property) {
        boolean map = String.valueOf(property.get("type")).startsWith("java.util.Map");
        return new PropertyName(property.get("name") + (map ? ".**" : ""));
    }

    private static boolean isBelowRoot(String name) {
        return name.equals(ROOT) || name.startsWith(ROOT + '.');
    }

    private static ConfigurationProperties annotation(Class<?> type) {
        ConfigurationProperties found = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        if (found == null) {
            throw new IllegalStateException(type + " is bound to no properties");
        }
        return found;
    }

    private static String prefix(ConfigurationProperties bound) {
        return bound.prefix().isEmpty() ? bound.value() : bound.prefix();
    }
}
