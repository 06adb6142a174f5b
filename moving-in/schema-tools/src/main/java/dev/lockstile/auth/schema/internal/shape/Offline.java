package dev.lockstile.auth.schema.internal.shape;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.jpa.boot.spi.PersistenceUnitDescriptor;
import org.jspecify.annotations.Nullable;

/** A persistence unit without its database: same classes, same strategies, no connection and no data source. */
final class Offline {

    private static final Set<String> DATABASE = Set.of(
            "hibernate.connection.datasource",
            "hibernate.connection.provider_class",
            "hibernate.connection.url",
            "hibernate.connection.username",
            "hibernate.connection.password",
            "hibernate.connection.driver_class",
            "hibernate.dialect",
            "jakarta.persistence.database-product-name",
            "jakarta.persistence.database-product-version",
            "jakarta.persistence.database-major-version",
            "jakarta.persistence.database-minor-version",
            "hibernate.hbm2ddl.auto",
            "jakarta.persistence.jdbc.url",
            "jakarta.persistence.jdbc.user",
            "jakarta.persistence.jdbc.password",
            "jakarta.persistence.jdbc.driver",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.dataSource",
            "jakarta.persistence.schema-generation.database.action",
            "jakarta.persistence.schema-generation.scripts.action");

    private Offline() {}

    static PersistenceUnitDescriptor of(PersistenceUnitDescriptor unit) {
        return (PersistenceUnitDescriptor) Proxy.newProxyInstance(
                Offline.class.getClassLoader(),
                new Class<?>[] {PersistenceUnitDescriptor.class},
                (proxy, method, arguments) -> answer(unit, method, arguments));
    }

    private static @Nullable Object answer(PersistenceUnitDescriptor unit, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "getNonJtaDataSource", "getJtaDataSource" -> null;
            case "getProperties" -> without(unit.getProperties());
            default -> {
                try {
                    yield method.invoke(unit, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        };
    }

    private static Properties without(@Nullable Properties all) {
        Properties rest = new Properties();
        if (all != null) {
            rest.putAll(all.entrySet().stream()
                    .filter(e -> !DATABASE.contains(e.getKey()))
                    .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)));
        }
        return rest;
    }
}
