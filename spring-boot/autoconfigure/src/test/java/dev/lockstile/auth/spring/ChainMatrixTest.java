package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What each caller reaches, with Spring Security and without it, whatever chains the application has. */
class ChainMatrixTest {

    /** Answered alike on every host that guards its paths: none of them is the path that it looks like. */
    private static final String SEVEN_SPELLINGS = """
            /auth/../reports/x             400  400   400
            /auth/..;/reports/x            400  400   400
            /auth/%2e%2e/reports/x         400  400   400
            //reports/x                    400  400   400
            /./reports/x                   400  400   400
            /;a=b/reports/x                400  400   400
            /reports;a=b/x                 400  400   400
            """;

    private static final String FALLBACK = """
            path                          none  user  superuser
            /auth/me/                      401  200   200
            /auth/.well-known/jwks.json    200  200   200
            /auth/no-such/                 404  404   404
            /account/sign-in               200  200   200
            /account/account               303  303   303
            /account/assets/pages.css      200  200   200
            /reports/x                     401  200   200
            /files/prices.txt              401  200   200
            /api/hello                     401  200   200
            /api/admin                     401  403   403
            /api/root                      401  403   200
            /nothing                       401  404   404
            /actuator                      401  403   200
            /actuator/health               200  200   200
            /actuator/info                 200  200   200
            /actuator/env                  401  403   200
            /actuator/heapdump             401  403   -
            /livez                         200  200   200
            /h2-console/                   401  403   200
            /h2-console/login.do           401  403   200
            """;

    /** The chain says "authenticated", and means every account. */
    private static final String WHOLE = """
            path                          none  user  superuser
            /auth/me/                      401  200   200
            /auth/.well-known/jwks.json    200  200   200
            /auth/no-such/                 404  404   404
            /account/sign-in               200  200   200
            /account/account               303  303   303
            /account/assets/pages.css      200  200   200
            /reports/x                     401  200   200
            /files/prices.txt              401  200   200
            /api/hello                     401  200   200
            /api/admin                     401  403   403
            /api/root                      401  403   200
            /nothing                       401  404   404
            /actuator                      401  200   200
            /actuator/health               401  200   200
            /actuator/info                 401  200   200
            /actuator/env                  401  200   200
            /livez                         401  200   200
            /h2-console/                   401  200   200
            """;

    private static final String PROTECTED_PATHS = """
            path                          none  user  superuser
            /auth/me/                      401  200   200
            /auth/.well-known/jwks.json    200  200   200
            /auth/no-such/                 404  404   404
            /account/sign-in               200  200   200
            /account/account               303  303   303
            /account/assets/pages.css      200  200   200
            /reports/x                     401  200   200
            /files/prices.txt              401  200   200
            /api/hello                     401  200   200
            /auth-like                     200  200   200
            /nothing                       404  404   404
            /actuator                      401  403   200
            /actuator/health               200  200   200
            /actuator/info                 200  200   200
            /actuator/env                  401  403   200
            /actuator/heapdump             401  403   -
            /livez                         200  200   200
            /h2-console/                   401  403   200
            """;

    /** Without Spring Security and without protected paths the application alone decides. */
    private static final String OPEN = """
            path                          none  user  superuser
            /auth/me/                      401  200   200
            /auth/.well-known/jwks.json    200  200   200
            /account/sign-in               200  200   200
            /account/account               303  303   303
            /account/assets/pages.css      200  200   200
            /reports/x                     200  200   200
            /files/prices.txt              200  200   200
            /api/hello                     200  200   200
            /actuator/health               200  200   200
            """;

    private static final List<String> FURTHER_SPELLINGS = List.of(
            "/account/..;/reports/x",
            "/account/../reports/x",
            "/reports//x",
            "/reports%2Fx",
            "/reports%5Cx",
            "/reports\\x",
            "/reports/%252e",
            "/auth/..%2Freports/x",
            "/auth%2F..%2Freports/x",
            "/auth/%252e%252e/reports/x",
            "/auth/%c0%ae%c0%ae/reports/x",
            "/auth/..%c0%afreports/x",
            "/auth/..%ef%bc%8freports/x",
            "/%72eports/x",
            "/REPORTS/x",
            "/reports/x/",
            "/reports/x%00",
            "/reports/x%0a",
            "/auth/..\\reports/x",
            "/reports/%2e/x",
            "/reports/x;/../../auth/me/",
            "http://localhost/reports/x",
            "http://localhost//reports/x");

    /** A host, and what it answers. */
    enum Shape {
        WITHOUT_A_CHAIN(FALLBACK + SEVEN_SPELLINGS),
        WHOLE_CHAIN(WHOLE + SEVEN_SPELLINGS, OwnChains.Whole.class),
        NARROW_CHAIN(FALLBACK + SEVEN_SPELLINGS, OwnChains.Narrow.class),
        TWO_CHAINS(
                FALLBACK.replaceAll("(?m)^(/reports/x .*)401  200   200$", "$1401  403   200")
                                .replaceAll("(?m)^(/files/prices.txt .*)401  200   200$", "$1200  200   200")
                        + SEVEN_SPELLINGS,
                OwnChains.Two.class),
        WITHOUT_SECURITY(PROTECTED_PATHS + SEVEN_SPELLINGS),
        WITHOUT_SECURITY_BY_ANT_PATHS(PROTECTED_PATHS + SEVEN_SPELLINGS),
        WITHOUT_SECURITY_AND_OPEN(OPEN);

        private final List<String> rows;
        private final List<Class<?>> chains;

        Shape(String table, Class<?>... chains) {
            rows = table.lines()
                    .skip(1)
                    .map(row -> String.join(" ", row.trim().split("\\s+")))
                    .toList();
            this.chains = List.of(chains);
        }

        private boolean isGuarded() {
            return this != WITHOUT_SECURITY_AND_OPEN;
        }

        private ShopHost host() {
            ShopHost host = ShopHost.onH2()
                    .with(GuardedHost.class)
                    .with("lockstile.pages.path", "/account")
                    .with("management.endpoints.web.exposure.include", "*")
                    .with("management.endpoint.heapdump.access", "unrestricted")
                    .with("management.endpoint.health.probes.enabled", "true")
                    .with("management.endpoint.health.probes.add-additional-paths", "true");
            chains.forEach(host::with);
            if (name().startsWith("WITHOUT_SECURITY")) {
                return isGuarded() ? guarded(host) : host;
            }
            return host.withSecurity();
        }

        private ShopHost guarded(ShopHost host) {
            return host.with(
                            "spring.mvc.pathmatch.matching-strategy",
                            this == WITHOUT_SECURITY ? "path_pattern_parser" : "ant_path_matcher")
                    .with(
                            "lockstile.http.protected-paths",
                            "/reports/**,/files/**,/api/**,/h2-console/**,"
                                    + "/actuator,/actuator/env/**,/actuator/heapdump");
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void each_caller_reaches_what_the_table_says(Shape shape) {
        try (ConfigurableApplicationContext context = shape.host().start()) {
            String[] callers = {
                "none",
                GuardedHost.bearer(context, GuardedHost.USER),
                GuardedHost.bearer(context, GuardedHost.SUPERUSER)
            };
            RawHttp http = RawHttp.of(context);
            assertThat(shape.rows.stream()
                            .map(row -> seen(http, row.split(" "), callers))
                            .collect(Collectors.joining("\n")))
                    .isEqualTo(String.join("\n", shape.rows));
            if (shape.isGuarded()) {
                assertThat(FURTHER_SPELLINGS)
                        .as("spellings of /reports/x without a token")
                        .noneMatch(path -> isPassed(http, path));
            }
        }
    }

    private static boolean isPassed(RawHttp http, String path) {
        return List.of("GET", "HEAD", "POST", "OPTIONS").stream().anyMatch(method -> {
            String answer = http.send(method, path);
            return Integer.parseInt(answer.split(" ", 3)[1]) < 400 || answer.contains("report for");
        });
    }

    private static String seen(RawHttp http, String[] row, String... callers) {
        StringBuilder seen = new StringBuilder(row[0]);
        for (int caller = 0; caller < callers.length; caller++) {
            boolean left = row[caller + 1].equals("-");
            int status = left
                    ? 0
                    : caller == 0
                            ? http.status("GET", row[0])
                            : http.status("GET", row[0], "Authorization", callers[caller]);
            seen.append(' ').append(left ? "-" : String.valueOf(status));
        }
        return seen.toString();
    }
}
