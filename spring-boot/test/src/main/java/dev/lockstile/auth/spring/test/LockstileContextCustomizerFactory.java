package dev.lockstile.auth.spring.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Says what an application needs not say in its tests: where browsers reach it. */
final class LockstileContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureLockstile.class)
                ? new Defaults("http://localhost")
                : null;
    }

    /**
     * Equal to every other one with the same address, so that tests share their contexts.
     *
     * @param baseUrl where browsers reach the application, unless it says so itself
     */
    record Defaults(String baseUrl) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("lockstile tests", Map.of("lockstile.base-url", baseUrl)));
        }
    }
}
