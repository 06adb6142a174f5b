package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.model.AbstractTimestamped;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.type.descriptor.jdbc.DateJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsJdbcTimestampJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Lets Hibernate hand the early dates of our entities to the driver as they are, and on PostgreSQL all instants. By
 * default it makes a {@link java.sql.Date} or a {@link java.sql.Timestamp} of them, which count in the Julian
 * calendar before 15 October 1582: such a value would lie days away in the database, and come back right to Hibernate
 * alone.
 *
 * <p>Days from 1583 on take the way they take without this class. So does every value of an attribute with a
 * converter or with another JDBC type than the usual one, of a collection or an embedded object, of an instant on
 * another database, and what is not bound by an attribute (a literal, a parameter of a native query). H2 takes instants
 * as they are by itself.
 *
 * <p>Found by Hibernate through its service file; the host configures nothing.
 */
public final class PreGregorianMapping implements Integrator {

    /** For the service loader. */
    public PreGregorianMapping() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        boolean postgres = metadata.getDatabase().getDialect() instanceof PostgreSQLDialect;
        metadata.getEntityBindings().stream()
                .filter(PreGregorianMapping::isOurs)
                .flatMap(entity -> entity.getProperties().stream())
                .forEach(attribute -> handOver(attribute, postgres));
    }

    private static boolean isOurs(PersistentClass entity) {
        return AbstractTimestamped.class.isAssignableFrom(entity.getMappedClass());
    }

    /** The type of a value is settled by now, so that a copy with another one takes its place. */
    private static void handOver(Property attribute, boolean postgres) {
        if (attribute.getValue() instanceof BasicValue value) {
            JdbcType type = type(value.resolve(), postgres);
            if (type != null) {
                BasicValue plain = value.copy();
                plain.setExplicitJdbcTypeAccess(types -> type);
                plain.resolve();
                attribute.setValue(plain);
            }
        }
    }

    private static @Nullable JdbcType type(BasicValue.Resolution<?> resolution, boolean postgres) {
        if (resolution.getValueConverter() != null) {
            return null;
        }
        Class<?> java = resolution.getDomainJavaType().getJavaTypeClass();
        JdbcType usual = resolution.getJdbcType();
        if (java == LocalDate.class && usual instanceof DateJdbcType) {
            return new PreGregorianJdbcType(usual, new PreGregorianDates());
        }
        return java == Instant.class && usual instanceof TimestampUtcAsJdbcTimestampJdbcType && postgres
                ? new PreGregorianJdbcType(usual, new PreGregorianInstants())
                : null;
    }
}
