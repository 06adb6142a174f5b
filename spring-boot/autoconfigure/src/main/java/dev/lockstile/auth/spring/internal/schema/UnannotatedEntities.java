package dev.lockstile.auth.spring.internal.schema;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Finds classes below the application's package that extend a superclass of entities and have no {@code @Entity}. */
final class UnannotatedEntities implements Function<Class<?>, List<String>> {

    private final BeanFactory beans;

    UnannotatedEntities(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public List<String> apply(Class<?> superclass) {
        if (!AutoConfigurationPackages.has(beans)) {
            return List.of();
        }
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(superclass));
        classes.addExcludeFilter(new AnnotationTypeFilter(Entity.class, false));
        return AutoConfigurationPackages.get(beans).stream()
                .flatMap(scanned -> classes.findCandidateComponents(scanned).stream())
                .map(BeanDefinition::getBeanClassName)
                .distinct()
                .sorted()
                .toList();
    }
}
