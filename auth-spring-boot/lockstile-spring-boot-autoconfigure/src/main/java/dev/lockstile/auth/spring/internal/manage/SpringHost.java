package dev.lockstile.auth.spring.internal.manage;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cli.HostSchema;
import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.EntityModel;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.metamodel.ManagedType;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/** What the manage commands need of an application, from its beans. */
final class SpringHost implements ManagedHost {

    private final BeanFactory beans;

    SpringHost(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public HostSchema schema() {
        return HostSchema.of(beans.getBean(AuthSchema.class), model());
    }

    @Override
    public boolean tellsSchema() {
        return beans.getBeanProvider(AuthSchema.class).getIfAvailable() != null;
    }

    /** The entities, under the names that the application's naming strategies give them. */
    private EntityModel model() {
        EntityManagerFactory entities = entities();
        PersistenceConfiguration unit = new PersistenceConfiguration("manage");
        entities.getMetamodel().getManagedTypes().stream()
                .map(ManagedType::getJavaType)
                .distinct()
                .forEach(unit::managedClass);
        entities.getProperties().forEach((name, value) -> {
            if (name.endsWith("_naming_strategy")) {
                unit.property(name, value);
            }
        });
        return EntityModel.of(unit);
    }

    @Override
    public AuthStore store() {
        return beans.getBean(AuthStore.class);
    }

    @Override
    public EntityManagerFactory entities() {
        return beans.getBean(EntityManagerFactory.class);
    }

    @Override
    public AccountAdministration admin() {
        return beans.getBean(Auth.class).admin();
    }

    @Override
    public FactorAdministration factors() {
        return beans.getBean(Auth.class).factorAdministration();
    }

    @Override
    public SocialAdministration social() {
        return beans.getBean(Auth.class).socialAdministration();
    }

    @Override
    public Optional<Set<String>> socialProviders() {
        return Optional.of(Set.copyOf(beans.getBean(Auth.class).social().providers()));
    }

    @Override
    public AuditTrail auditTrail() {
        return beans.getBeanProvider(AuditTrail.class).getIfAvailable(ManagedHost.super::auditTrail);
    }

    @Override
    public PasswordFormats passwordFormats() {
        return Passwords.of(beans.getBean(AuthSettings.class).passwords()).formats();
    }

    @Override
    public IdentifierRules identifierRules() {
        String region = beans.getBean(ServiceProperties.class).region();
        return beans.getBeanProvider(IdentifierRules.class)
                .getIfAvailable(() -> region == null ? IdentifierRules.standard() : IdentifierRules.inRegion(region));
    }

    @Override
    public Optional<Secret> importKey() {
        return Optional.of(beans.getBean(AuthKeys.class).importKey());
    }

    @Override
    public Optional<FactorSealing> factorSealing() {
        AuthKeys keys = beans.getBean(AuthKeys.class);
        SecondFactorSettings settings =
                beans.getBeanProvider(SecondFactorSettings.class).getIfAvailable();
        Secret own = settings == null ? null : settings.keys();
        return Optional.of(own == null ? keys.factorSealing() : keys.factorSealing(own));
    }

    @Override
    public Clock clock() {
        return beans.getBeanProvider(Clock.class).getIfUnique(Clock::systemUTC);
    }

    /** The application closes what its beans opened. */
    @Override
    public void close() {}
}
