package dev.lockstile.auth.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Wires the library for a test, beside {@code @SpringBootTest}: a {@code SettableClock} that stands still, a
 * {@code RecordingEmailSender} and a {@code RecordingSmsSender} in place of every sender of the application,
 * throw-away keys, password hashes that take no time, and {@link TestUsers}. Nothing leaves the process.
 *
 * <p>{@code lockstile.base-url} is {@code http://localhost} unless the application says another.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
public @interface AutoConfigureLockstile {}
