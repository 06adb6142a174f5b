package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.spring.CurrentUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills parameters with {@link CurrentUser}. */
final class CurrentUserResolver implements HandlerMethodArgumentResolver {

    private final CurrentCaller current;
    private final EntityManager entities;

    CurrentUserResolver(CurrentCaller current, EntityManager entities) {
        this.current = current;
        this.entities = entities;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(CurrentUser.class)
                && (type == Caller.class || type == UserId.class || AbstractUser.class.isAssignableFrom(type));
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = current.get().orElse(null);
        Class<?> type = parameter.getParameterType();
        if (caller == null || type == Caller.class) {
            return caller;
        }
        return type == UserId.class
                ? caller.user()
                : entities.find(type, caller.user().key());
    }
}
