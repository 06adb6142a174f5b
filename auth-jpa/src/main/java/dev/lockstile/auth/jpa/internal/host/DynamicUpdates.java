package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.model.AbstractTimestamped;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.PersistentClass;

/**
 * Lets Hibernate write the changed columns of our entities only. By default it writes all of them, so that a host that
 * loads a user, changes a nickname and commits would bring back the password, the disabled account or the freed
 * identifier that another writer changed in between. Found by Hibernate through its service file; the host configures
 * nothing.
 */
public final class DynamicUpdates implements Integrator {

    /** For the service loader. */
    public DynamicUpdates() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        metadata.getEntityBindings().stream().filter(DynamicUpdates::isOurs).forEach(e -> e.setDynamicUpdate(true));
    }

    private static boolean isOurs(PersistentClass entity) {
        return AbstractTimestamped.class.isAssignableFrom(entity.getMappedClass());
    }
}
