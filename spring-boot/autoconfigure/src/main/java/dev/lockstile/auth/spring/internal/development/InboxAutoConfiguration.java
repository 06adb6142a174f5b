package dev.lockstile.auth.spring.internal.development;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
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
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
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

        /** Before Spring Security: other machines find nothing. */
        @Bean
        FilterRegistrationBean<LoopbackFilter> lockstileInboxFilter(Environment environment) {
            FilterRegistrationBean<LoopbackFilter> registration =
                    new FilterRegistrationBean<>(new LoopbackFilter(isServed(environment)));
            registration.addUrlPatterns(PATHS);
            registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }

        /** A proxy on this machine may add no header; then the address of the application alone tells of it. */
        private static boolean isServed(Environment environment) {
            if (ForwardedHeaders.areBelieved(environment)) {
                LOG.warn("the development inbox is kept and not served: addresses of clients are taken from headers;"
                        + " set server.forward-headers-strategy=none");
                return false;
            }
            String address = environment.getProperty("lockstile.base-url", "http://localhost");
            if (!LoopbackAddress.is(address)) {
                LOG.warn(
                        "the development inbox is kept and not served: browsers reach the application at {};"
                                + " set lockstile.base-url to an address of this machine, such as http://localhost:8080",
                        address);
                return false;
            }
            return true;
        }
    }
}
