package dev.lockstile.auth.schema.internal.liquibase;

import java.util.Map;
import liquibase.Scope;
import liquibase.ui.LoggerUIService;

/** Calls Liquibase so that it prints nothing, calls no server, and logs through SLF4J. */
public final class LiquibaseLogging {

    private static final String LOCK_POLL_SECONDS = "1";

    private LiquibaseLogging() {}

    /** What the call gives. */
    public static <T> T call(Scope.ScopedRunnerWithReturn<T> call) throws Exception {
        return Scope.child(settings(), call);
    }

    /** What the call gives, with the values that the host gives to properties of its changelog. */
    public static <T> T call(Map<String, String> parameters, Scope.ScopedRunnerWithReturn<T> call) throws Exception {
        return call(() -> Scope.child(Map.of(OwnValues.GIVEN, parameters), call));
    }

    private static Map<String, Object> settings() {
        return Map.of(
                ChangelogXmlParser.SCOPE,
                true,
                "liquibase.analytics.enabled",
                "false",
                "liquibase.changelogLockPollRate",
                LOCK_POLL_SECONDS,
                Scope.Attr.logService.name(),
                new Slf4jLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService());
    }
}
