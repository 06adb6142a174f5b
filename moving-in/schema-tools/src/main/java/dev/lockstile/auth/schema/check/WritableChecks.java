package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.model.AbstractTimestamped;
import dev.lockstile.auth.schema.report.Finding;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Public setters of the host's for what the server alone decides. A body that is bound to the entity by its setters
 * could make its sender an administrator.
 */
final class WritableChecks {

    private static final Set<String> SERVER_OWNED = Set.of(
            "setRole",
            "setRoles",
            "setActive",
            "setIsActive",
            "setStaff",
            "setIsStaff",
            "setSuperuser",
            "setIsSuperuser",
            "setAdmin",
            "setVerified",
            "setEmailVerified",
            "setEmailVerifiedAt",
            "setPhoneVerified",
            "setPhoneVerifiedAt",
            "setEmailKey",
            "setPhoneKey",
            "setUsernameKey",
            "setDeleted",
            "setDeletedAt",
            "setPassword",
            "setPasswordHash",
            "setUser",
            "setOwner");

    private WritableChecks() {}

    static List<Finding> of(List<Class<?>> entities) {
        List<Finding> findings = new ArrayList<>();
        for (Class<?> entity : entities) {
            if (AbstractTimestamped.class.isAssignableFrom(entity)) {
                setters(entity, findings);
            }
        }
        return findings;
    }

    private static void setters(Class<?> entity, List<Finding> findings) {
        for (Method method : entity.getMethods()) {
            boolean setter = method.getParameterCount() == 1 && SERVER_OWNED.contains(method.getName());
            boolean hosts = !method.getDeclaringClass().getName().startsWith("dev.lockstile.auth.model.");
            if (setter && hosts && !method.isBridge() && Modifier.isPublic(method.getModifiers())) {
                findings.add(new Finding(
                        "HM-06",
                        method.getDeclaringClass().getName() + "." + method.getName(),
                        "a public setter for what the server alone decides: a bound request body could call it",
                        "take it away, or name the behaviour (markEmailVerified) and call it from your own code"));
            }
        }
    }
}
