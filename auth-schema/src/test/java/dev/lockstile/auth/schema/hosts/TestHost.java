package dev.lockstile.auth.schema.hosts;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.AuthSchemaBuilder;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.KeyType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The hosts the store is tried with. */
public enum TestHost {
    /** Long keys from sequences. */
    PLAIN(PlainHost.ENTITIES, KeyType.BIGINT),
    /** Long keys that the columns give. */
    NUMBERED(NumberedHost.ENTITIES, KeyType.BIGINT),
    /** UUID keys, tables {@code app_*}. */
    UUID(UuidHost.ENTITIES, KeyType.UUID),
    /** Textual keys. */
    TEXT(TextHost.ENTITIES, KeyType.TEXT),
    /** Own tables, columns and join columns, keys of several types. */
    LEGACY(LegacyHost.ENTITIES, KeyType.BIGINT);

    private final List<Class<?>> entities;
    private final KeyType keyType;

    TestHost(List<Class<?>> entities, KeyType keyType) {
        this.entities = entities;
        this.keyType = keyType;
    }

    /** Creates the tables: by the library's schema, for the legacy host by its own. */
    public void createTables(DataSource database) {
        schema(database).build().migrate();
    }

    /** The schema as this host wants it. */
    public AuthSchemaBuilder schema(DataSource database) {
        // region: key-type
        AuthSchemaBuilder schema = AuthSchema.builder(database).keyType(keyType);
        // end: key-type
        if (this == UUID) {
            for (AuthTable table : AuthTable.values()) {
                schema.table(table, table.defaultName().replace("auth_", "app_"));
            }
        }
        return schema;
    }

    /** The host's persistence unit; the tables have to fit it to the letter. */
    public EntityManagerFactory open(DataSource database) {
        return open(database, Map.of());
    }

    /** The host's persistence unit with further settings. */
    public EntityManagerFactory open(DataSource database, Map<String, Object> settings) {
        return openWithout(Set.of(), database, settings);
    }

    /** The same for a host that has no entity of these superclasses. */
    public EntityManagerFactory openWithout(
            Set<Class<?>> superclasses, DataSource database, Map<String, Object> settings) {
        PersistenceConfiguration unit = new PersistenceConfiguration(name().toLowerCase(Locale.ROOT));
        entities.stream()
                .filter(entity -> !superclasses.contains(entity.getSuperclass()))
                .forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", database);
        unit.property("hibernate.hbm2ddl.auto", this == LEGACY ? "update" : "validate");
        settings.forEach(unit::property);
        return unit.createEntityManagerFactory();
    }

    /** The host's entity classes. */
    public List<Class<?>> entities() {
        return entities;
    }

    /** The name of the library's own table. */
    public String table(AuthTable table) {
        return this == UUID ? table.defaultName().replace("auth_", "app_") : table.defaultName();
    }
}
