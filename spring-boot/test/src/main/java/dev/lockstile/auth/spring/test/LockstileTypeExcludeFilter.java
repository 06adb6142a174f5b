package dev.lockstile.auth.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves the components of the application out of a {@link LockstileTest}. */
final class LockstileTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<LockstileTest> {

    LockstileTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }
}
