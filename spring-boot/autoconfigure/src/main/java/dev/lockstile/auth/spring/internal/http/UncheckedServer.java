package dev.lockstile.auth.spring.internal.http;

import dev.lockstile.auth.spring.internal.development.ForwardedHeaders;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Whether the server of the application believes the address in a header whichever client wrote it. Of the servers of
 * Spring Boot, Tomcat alone looks at who sent the header.
 */
final class UncheckedServer {

    private static final String FACTORY = "org.springframework.boot.web.server.servlet.ServletWebServerFactory";
    private static final String TOMCAT = "org.springframework.boot.tomcat.";

    private UncheckedServer() {}

    static boolean isThere(ListableBeanFactory beans, Environment environment) {
        return ForwardedHeaders.areBelieved(environment)
                && factories(beans).anyMatch(name -> !isTomcat(beans.getType(name)));
    }

    /** None where another process brings the server. */
    private static Stream<String> factories(ListableBeanFactory beans) {
        ClassLoader loader = UncheckedServer.class.getClassLoader();
        return ClassUtils.isPresent(FACTORY, loader)
                ? Stream.of(beans.getBeanNamesForType(ClassUtils.resolveClassName(FACTORY, loader), true, false))
                : Stream.empty();
    }

    private static boolean isTomcat(@Nullable Class<?> type) {
        return type != null && (type.getName().startsWith(TOMCAT) || isTomcat(type.getSuperclass()));
    }
}
