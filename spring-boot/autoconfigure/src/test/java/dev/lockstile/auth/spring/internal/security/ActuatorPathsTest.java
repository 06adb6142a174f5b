package dev.lockstile.auth.spring.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.MappingMatch;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.Operation;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;

/** The paths of the actuator that superusers alone reach. */
final class ActuatorPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/actuator, true",
        "/actuator/env, true",
        "/actuator/env/java.home, true",
        "/ACTUATOR/env, true",
        "/actuator/ENV, true",
        "/actuator/healthcheck, true",
        "/actuator/HEALTH, true",
        "/actuator/info2, true",
        "/actuator/health, false",
        "/actuator/health/db, false",
        "/actuator/info, false",
        "/actuators, false",
        "/own/env, false"
    })
    void all_but_health_and_info_is_kept(String path, boolean kept) {
        assertThat(contain(path, "/actuator")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"/env, true", "/Env/java.home, true", "/healthcheck, true", "/health, false", "/own, false", "/, false"
    })
    void at_the_root_the_paths_of_the_endpoints_alone_are(String path, boolean kept) {
        assertThat(contain(path, "")).isEqualTo(kept);
    }

    private static boolean contain(String path, String base) {
        PathMappedEndpoints mapped = new PathMappedEndpoints(
                base, () -> List.of(endpoint("env"), endpoint("health"), endpoint("info"), endpoint("healthcheck")));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("endpoints", mapped);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setHttpServletMapping(new MockHttpServletMapping("", "/", "dispatcherServlet", MappingMatch.DEFAULT));
        return new ActuatorPaths(beans.getBeanProvider(PathMappedEndpoints.class)).contain(request);
    }

    private static Endpoint endpoint(String id) {
        return new Endpoint(id);
    }

    /** An endpoint without operations. */
    private record Endpoint(String getRootPath) implements ExposableEndpoint<Operation>, PathMappedEndpoint {

        @Override
        public EndpointId getEndpointId() {
            return EndpointId.of(getRootPath);
        }

        @Override
        public Access getDefaultAccess() {
            return Access.UNRESTRICTED;
        }

        @Override
        public Collection<Operation> getOperations() {
            return List.of();
        }
    }
}
