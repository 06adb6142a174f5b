package dev.lockstile.auth.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.Environment;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A slice of the application: its entities and repositories, its tables, and the library as
 * {@link AutoConfigureLockstile} wires it. There is no web server, no controller and no other component;
 * {@code @Import} brings in what a test wants, such as the configuration with the hooks. The database is the
 * application's own unless {@link #properties()} names another.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BootstrapWith(LockstileTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(LockstileTypeExcludeFilter.class)
@AutoConfigureLockstile
@ImportAutoConfiguration
public @interface LockstileTest {

    /**
     * {@return properties of the {@link Environment}, each as {@code name=value}; they win over those of the
     * application}
     */
    String[] properties() default {};

    /**
     * {@return whether components are looked for at all} Without it nothing of the application is found but its
     * repositories.
     */
    boolean useDefaultFilters() default true;

    /** {@return components that belong to the slice} */
    ComponentScan.Filter[] includeFilters() default {};

    /** {@return components that do not} */
    ComponentScan.Filter[] excludeFilters() default {};

    /** {@return Auto-configurations that do not apply} */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
