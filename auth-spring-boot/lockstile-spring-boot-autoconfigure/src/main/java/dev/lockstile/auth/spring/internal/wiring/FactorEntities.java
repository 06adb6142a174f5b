package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities that second factors are kept in. */
final class FactorEntities {

    private FactorEntities() {}

    /** @throws AuthSetupException when there are second factors and the application has no entity for one of their rows */
    static void require(@Nullable SecondFactorSettings factors, EntityManagerFactory entities) {
        if (factors == null) {
            return;
        }
        List<Class<?>> wanted =
                new ArrayList<>(List.of(AbstractTotp.class, AbstractAuthChallenge.class, AbstractRecoveryCode.class));
        if (factors.trustedBrowsers() != null) {
            wanted.add(AbstractTrustedBrowser.class);
        }
        List<String> missing = wanted.stream()
                .filter(type -> entities.getMetamodel().getEntities().stream()
                        .noneMatch(entity -> type.isAssignableFrom(entity.getJavaType())))
                .map(Class::getSimpleName)
                .toList();
        if (!missing.isEmpty()) {
            throw new AuthSetupException(
                    List.of("factor-entities-missing: no entity extends " + String.join(", ", missing)));
        }
    }
}
