package dev.lockstile.auth.spring.internal.manage;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cli.Deployment;
import dev.lockstile.auth.cli.HostSchema;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.spring.internal.settings.Development;
import dev.lockstile.auth.spring.internal.settings.FactorProperties;
import dev.lockstile.auth.spring.internal.settings.FactorsFactory;
import dev.lockstile.auth.spring.internal.settings.KeyProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.metamodel.ManagedType;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.cfg.MappingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.util.ClassUtils;

/** What the manage commands need of an application, from its beans. */
final class SpringHost implements ManagedHost {

    private final BeanFactory beans;
    private boolean started;

    SpringHost(BeanFactory beans) {
        this.beans = beans;
    }

    /**
     * Runs a command on the beans; here, since the listener is loaded where the commands are not on the class path.
     *
     * @param output what the command prints to, while all else that is printed goes where {@code System.out} points
     */
    static int run(BeanFactory beans, PrintStream output, String... command) {
        ManageCommands commands = ManageCommands.of(() -> new SpringHost(beans));
        PrintStream others = System.out;
        System.setOut(output);
        commands.commandLine().getOut(); // is made once, in the encoding of standard output
        System.setOut(others);
        return commands.run(command);
    }

    /** Runs a command that needs no application. */
    static int runWithoutApplication(String... command) {
        return ManageCommands.of(SpringHost::none).run(command);
    }

    private static SpringHost none() {
        throw new IllegalStateException("this command runs without the application");
    }

    @Override
    public HostSchema schema() {
        return HostSchema.of(beans.getBean(AuthSchema.class), model());
    }

    @Override
    public boolean tellsSchema() {
        return beans.getBeanProvider(AuthSchema.class).getIfAvailable() != null;
    }

    /** The entities, under the names that the application's naming strategies give them. No database is asked. */
    private EntityModel model() {
        PersistenceManagedTypes types =
                beans.getBeanProvider(PersistenceManagedTypes.class).getIfAvailable();
        PersistenceConfiguration unit = new PersistenceConfiguration("manage");
        if (types == null) {
            return modelOf(entities(), unit);
        }
        types.getManagedClassNames().forEach(name -> unit.managedClass(ClassUtils.resolveClassName(name, null)));
        Map<String, Object> settings = beans.getBean(HibernateProperties.class)
                .determineHibernateProperties(
                        beans.getBean(JpaProperties.class).getProperties(), new HibernateSettings());
        settings.forEach((name, value) -> naming(unit, name, value));
        beans.getBeanProvider(ImplicitNamingStrategy.class)
                .ifAvailable(own -> unit.property(MappingSettings.IMPLICIT_NAMING_STRATEGY, own));
        beans.getBeanProvider(PhysicalNamingStrategy.class)
                .ifAvailable(own -> unit.property(MappingSettings.PHYSICAL_NAMING_STRATEGY, own));
        return EntityModel.of(unit);
    }

    private static EntityModel modelOf(EntityManagerFactory entities, PersistenceConfiguration unit) {
        entities.getMetamodel().getManagedTypes().stream()
                .map(ManagedType::getJavaType)
                .distinct()
                .forEach(unit::managedClass);
        entities.getProperties().forEach((name, value) -> naming(unit, name, value));
        return EntityModel.of(unit);
    }

    private static void naming(PersistenceConfiguration unit, String name, Object value) {
        if (name.endsWith("_naming_strategy")) {
            unit.property(name, value);
        }
    }

    /** Messages of a command leave from this process, as those of the application do. */
    @Override
    public Auth auth() {
        Auth auth = beans.getBean(Auth.class);
        if (!started) {
            auth.start();
            started = true;
        }
        return auth;
    }

    @Override
    public Optional<SourceAccess> databaseAccess() {
        return beans.getBeanProvider(JdbcConnectionDetails.class).stream()
                .findFirst()
                .map(own -> new SourceAccess(
                        own.getJdbcUrl(),
                        own.getUsername(),
                        own.getPassword() == null ? null : Secret.of(own.getPassword())));
    }

    @Override
    public boolean allowsCodes() {
        return beans.getBean(Development.class).isOn();
    }

    @Override
    public Optional<Deployment> deployment() {
        return Optional.of(SpringDeployment.of(beans));
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
        return auth().admin();
    }

    @Override
    public FactorAdministration factors() {
        return auth().factorAdministration();
    }

    @Override
    public SocialAdministration social() {
        return auth().socialAdministration();
    }

    @Override
    public Optional<Set<String>> socialProviders() {
        return Optional.of(Set.copyOf(auth().social().providers()));
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
        Secret own = settings == null ? ofProperties() : settings.keys();
        return Optional.of(own == null ? keys.factorSealing() : keys.factorSealing(own));
    }

    private @Nullable Secret ofProperties() {
        return new FactorsFactory(
                        beans.getBean(FactorProperties.class),
                        beans.getBean(KeyProperties.class).folder())
                .sealing();
    }

    @Override
    public Clock clock() {
        return beans.getBeanProvider(Clock.class).getIfUnique(Clock::systemUTC);
    }

    /** The application closes what its beans opened. */
    @Override
    public void close() {}
}
