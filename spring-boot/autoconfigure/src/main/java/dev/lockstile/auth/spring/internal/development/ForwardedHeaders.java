package dev.lockstile.auth.spring.internal.development;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Whether Spring Boot has the server or a filter take addresses of clients from headers. */
public final class ForwardedHeaders {

    private ForwardedHeaders() {}

    /** As Spring Boot decides: by the strategy; without one by the platform on which the application runs. */
    public static boolean areBelieved(Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy");
        if (StringUtils.hasText(strategy)) {
            return !strategy.strip().equalsIgnoreCase("none");
        }
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return platform != null && platform.isUsingForwardHeaders();
    }
}
