package dev.lockstile.auth.spring.internal.http;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.ResolvableType;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Whether Spring's {@link ForwardedHeaderFilter} stands before the endpoints: by
 * {@code server.forward-headers-strategy=framework}, or as a bean of the application.
 */
final class ForwardedFilter {

    private static final ResolvableType REGISTRATION =
            ResolvableType.forClassWithGenerics(FilterRegistrationBean.class, ForwardedHeaderFilter.class);

    private ForwardedFilter() {}

    static boolean isThere(ListableBeanFactory beans) {
        return beans.getBeanNamesForType(ForwardedHeaderFilter.class, true, false).length > 0
                || beans.getBeanNamesForType(REGISTRATION, true, false).length > 0;
    }
}
