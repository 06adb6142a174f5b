package dev.lockstile.auth.spring.internal.development;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The development inbox, for callers on this machine alone. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.dev.inbox", havingValue = "true")
final class InboxAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InboxAutoConfiguration.class);
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

        /** Before Spring Security: whoever is elsewhere finds nothing. */
        @Bean
        FilterRegistrationBean<LoopbackFilter> lockstileInboxFilter(Environment environment) {
            boolean forwardedBelieved = ForwardedHeaders.areBelieved(environment);
            if (forwardedBelieved) {
                LOG.warn("the development inbox is kept and not served: addresses of clients are taken from headers;"
                        + " set server.forward-headers-strategy=none");
            }
            FilterRegistrationBean<LoopbackFilter> registration =
                    new FilterRegistrationBean<>(new LoopbackFilter(forwardedBelieved));
            registration.addUrlPatterns(PATHS);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
