package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities that second factors are kept in. */
final class FactorEntities {

    private FactorEntities() {}

    /**
     * @throws AuthSetupException when there are second factors and the application has no entity for one of their rows
     */
    static void require(@Nullable SecondFactorSettings factors, EntityManagerFactory entities) {
        require(
                factors,
                entities.getMetamodel().getEntities().stream()
                        .<Class<?>>map(EntityType::getJavaType)
                        .toList());
    }

    /** The same, of the classes that the application will have. */
    static void require(@Nullable SecondFactorSettings factors, Collection<Class<?>> entities) {
        if (factors == null) {
            return;
        }
        List<Class<?>> wanted =
                new ArrayList<>(List.of(AbstractTotp.class, AbstractAuthChallenge.class, AbstractRecoveryCode.class));
        if (factors.trustedBrowsers() != null) {
            wanted.add(AbstractTrustedBrowser.class);
        }
        List<String> missing = wanted.stream()
                .filter(type -> entities.stream().noneMatch(type::isAssignableFrom))
                .map(Class::getSimpleName)
                .toList();
        if (!missing.isEmpty()) {
            throw new AuthSetupException(
                    List.of("factor-entities-missing: no entity extends " + String.join(", ", missing)));
        }
    }
}
