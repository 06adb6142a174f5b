package dev.lockstile.auth.spring.internal.development;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The development inbox, for callers on this machine alone. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.dev.inbox", havingValue = "true")
final class InboxAutoConfiguration {

    private static final String[] PATHS = {"/dev/inbox", "/dev/messages"};

    @Bean
    DevInbox lockstileInbox(ObjectProvider<Clock> clock) {
        return new DevInbox(clock.getIfUnique(Clock::systemUTC));
    }

    /** The pages. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static final class Pages {

        @Bean
        ServletRegistrationBean<DevServlet> lockstileInboxServlet(DevInbox inbox) {
            ServletRegistrationBean<DevServlet> registration =
                    new ServletRegistrationBean<>(new DevServlet(inbox), PATHS);
            registration.setName("lockstile-inbox");
            return registration;
        }

        /** Before every other filter, and before Spring Security: whoever is elsewhere finds nothing. */
        @Bean
        FilterRegistrationBean<LoopbackFilter> lockstileInboxFilter() {
            FilterRegistrationBean<LoopbackFilter> registration = new FilterRegistrationBean<>(new LoopbackFilter());
            registration.addUrlPatterns(PATHS);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
