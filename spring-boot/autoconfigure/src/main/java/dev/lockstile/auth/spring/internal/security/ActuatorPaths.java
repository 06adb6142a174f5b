package dev.lockstile.auth.spring.internal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

/** The paths of the actuator. */
final class ActuatorPaths implements SuperuserPaths {

    private final ObjectProvider<PathMappedEndpoints> endpoints;

    ActuatorPaths(ObjectProvider<PathMappedEndpoints> endpoints) {
        this.endpoints = endpoints;
    }

    /** True for every endpoint but health and info. */
    @Override
    public boolean contain(HttpServletRequest request) {
        PathMappedEndpoints mapped = endpoints.getIfAvailable();
        DispatchTarget target = DispatchTarget.of(request);
        return mapped != null
                && Stream.of(target.path(), target.pathInfo())
                        .filter(Objects::nonNull)
                        .anyMatch(path -> isRestricted(path, mapped));
    }

    private static boolean isRestricted(String path, PathMappedEndpoints mapped) {
        boolean open = Stream.of("health", "info")
                .map(id -> mapped.getPath(EndpointId.of(id)))
                .anyMatch(root -> root != null && isBelow(path, root));
        return !open
                && Stream.concat(Stream.of(mapped.getBasePath()), mapped.getAllPaths().stream())
                        .filter(root -> !root.isEmpty() && !root.equals("/"))
                        .anyMatch(root -> isBelow(path.toLowerCase(Locale.ROOT), root.toLowerCase(Locale.ROOT)));
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
