package dev.lockstile.auth.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Hands the signed-in user to a method of a controller: as {@code Caller}, as {@code UserId}, or as the application's
 * own user entity, loaded by its key. Null without a signed-in user.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentUser {}
