package dev.lockstile.proofs;

import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** A small host application, on the tables the library makes: no social accounts, and no imported users. */
final class ProofHost {

    private static final Set<Class<?>> NOT_USED =
            Set.of(AbstractSocialAccount.class, AbstractAuthEvent.class, AbstractLegacyLink.class);

    private ProofHost() {}

    static EntityManagerFactory open(DataSource database) {
        return open(TestHost.PLAIN, database);
    }

    /** The same with keys and tables of another host. */
    static EntityManagerFactory open(TestHost host, DataSource database) {
        return host.openWithout(NOT_USED, database, Map.of("hibernate.hbm2ddl.auto", "none"));
    }
}
