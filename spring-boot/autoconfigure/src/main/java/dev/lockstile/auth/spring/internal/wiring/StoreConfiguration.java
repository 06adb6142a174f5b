package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.transaction.PlatformTransactionManager;

/** The store on the entities of the application, in the transactions of the application. */
@Configuration(proxyBeanMethods = false)
final class StoreConfiguration {

    @Bean
    @ConditionalOnMissingBean(AuthStore.class)
    JpaAuthStore lockstileStore(EntityManagerFactory entities, PlatformTransactionManager transactions) {
        return JpaAuthStore.builder(plain(entities))
                .transactions(new SpringTransactions(entities, transactions))
                .build();
    }

    /**
     * What Spring puts before the factory would have each session of the store's own take part in the host's
     * transaction.
     */
    private static EntityManagerFactory plain(EntityManagerFactory entities) {
        return entities instanceof EntityManagerFactoryInfo info ? info.getNativeEntityManagerFactory() : entities;
    }

    /** Asked for before JPA starts. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnProperty(name = "lockstile.lazy-connections", matchIfMissing = true)
    static final class Connections {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        HibernatePropertiesCustomizer lockstileLazyConnections(DataSource database) {
            return new LazyConnections(database);
        }
    }
}
