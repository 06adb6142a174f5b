package dev.lockstile.auth.schema.internal.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.hibernate.jpa.boot.spi.PersistenceUnitDescriptor;
import org.hibernate.mapping.Property;

/** What Hibernate says of the entities of a persistence unit, asked for no database. */
public final class MappedEntities {

    private final PersistenceUnitDescriptor unit;
    private final List<ClassLoader> loaders;
    private final Map<Dialects, MetadataImplementor> metadata = new ConcurrentHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param unit with its settings
     * @param loaders of its classes; none for the loader of this thread
     */
    public MappedEntities(PersistenceUnitDescriptor unit, List<ClassLoader> loaders) {
        this.unit = unit;
        this.loaders = List.copyOf(loaders);
    }

    /** {@return the tables that these entities want, each column with its type on every kind of database} */
    public Shape shape() {
        List<MetadataImplementor> readings = new ArrayList<>();
        for (Dialects dialect : Dialects.values()) {
            readings.add(metadata(dialect));
        }
        return new EntityShapes(readings).read();
    }

    /**
     * {@return what columns of the library's own superclasses hold in rows that were there before the column, as SQL
     * under {@code table.column}: an account that was there before is active, no staff, and so on}
     */
    public Map<String, String> fills() {
        return SuperclassFills.of(metadata(Dialects.H2));
    }

    /** {@return the columns that come from the library's own superclasses, as {@code table.column}} */
    public Set<String> inherited() {
        return SuperclassFills.columns(metadata(Dialects.H2));
    }

    /**
     * {@return the attributes of an entity of this model, the key left out, each with its column}
     *
     * @param entity a class of this model
     */
    public List<AttributeShape> attributes(Class<?> entity) {
        List<AttributeShape> all = new ArrayList<>();
        for (Property property :
                metadata(Dialects.H2).getEntityBinding(entity.getName()).getPropertyClosure()) {
            if (property.getSelectables().size() == 1) {
                all.add(new AttributeShape(
                        property.getName(),
                        SuperclassFills.name(property.getSelectables().get(0)),
                        property.getType().isAssociationType()));
            }
        }
        return all;
    }

    /**
     * {@return the table of an entity of this model}
     *
     * @param entity a class of this model
     */
    public String table(Class<?> entity) {
        return EntityShapes.name(
                metadata(Dialects.H2).getEntityBinding(entity.getName()).getTable());
    }

    /**
     * {@return what makes the keys of the entities' tables on a database of that product; keys that nothing counts are
     * left out}
     *
     * @param product as its driver names it
     */
    public List<MappedKey> keys(String product) {
        Dialects dialect = Dialects.of(product);
        return metadata(dialect).getEntityBindings().stream()
                .flatMap(entity -> MappedKey.of(metadata(dialect), entity).stream())
                .distinct()
                .toList();
    }

    /** {@return the entity classes} */
    public List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>();
        metadata(Dialects.H2).getEntityBindings().forEach(entity -> classes.add(entity.getMappedClass()));
        return classes;
    }

    /** Built once: it takes Hibernate longer than all that is asked of it. */
    private MetadataImplementor metadata(Dialects dialect) {
        return metadata.computeIfAbsent(dialect, this::build);
    }

    private MetadataImplementor build(Dialects dialect) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.database-product-name", dialect.product());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.classLoaders", loaders);
        settings.put("hibernate.hbm2ddl.auto", "none");
        settings.put("jakarta.persistence.schema-generation.database.action", "none");
        EntityManagerFactoryBuilder builder = Bootstrap.getEntityManagerFactoryBuilder(Offline.of(unit), settings);
        return builder.metadata();
    }
}
