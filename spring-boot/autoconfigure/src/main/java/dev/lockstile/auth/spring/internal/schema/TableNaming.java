package dev.lockstile.auth.spring.internal.schema;

import java.util.function.UnaryOperator;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** The names that tables get from the naming strategy of the application, as Spring Boot chooses it. */
final class TableNaming implements UnaryOperator<String> {

    private static final String PROPERTY = "spring.jpa.hibernate.naming.physical-strategy";

    private final PhysicalNamingStrategy strategy;

    private TableNaming(PhysicalNamingStrategy strategy) {
        this.strategy = strategy;
    }

    static TableNaming of(ObjectProvider<PhysicalNamingStrategy> beans, Environment environment) {
        PhysicalNamingStrategy bean = beans.getIfAvailable();
        String named = environment.getProperty(PROPERTY);
        if (bean != null) {
            return new TableNaming(bean);
        }
        return new TableNaming(
                named == null
                        ? new PhysicalNamingStrategySnakeCaseImpl()
                        : (PhysicalNamingStrategy)
                                BeanUtils.instantiateClass(ClassUtils.resolveClassName(named, null)));
    }

    @Override
    public String apply(String table) {
        return strategy.toPhysicalTableName(Identifier.toIdentifier(table), noDatabase())
                .getText();
    }

    /** No connection is opened for a name; the usual strategies do not ask. */
    @SuppressWarnings("NullAway")
    private static JdbcEnvironment noDatabase() {
        @Nullable JdbcEnvironment none = null;
        return none;
    }
}
