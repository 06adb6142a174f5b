package dev.lockstile.auth.spring.internal.manage;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.weaving.LoadTimeWeaverAware;

/**
 * Beans that are made when a command needs them. A context otherwise makes those that a load-time weaver may want, the
 * persistence unit among them, at its start; a command that migrates runs before there are tables for it.
 */
final class CommandBeans extends DefaultListableBeanFactory {

    private static final long serialVersionUID = 1L;

    @Override
    public String[] getBeanNamesForType(@Nullable Class<?> type, boolean includeNonSingletons, boolean allowEagerInit) {
        return type == LoadTimeWeaverAware.class
                ? new String[0]
                : super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
    }
}
