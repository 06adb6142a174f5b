package dev.lockstile.auth.schema.shape;

import jakarta.persistence.PersistenceConfiguration;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.hibernate.jpa.boot.spi.PersistenceConfigurationDescriptor;
import org.hibernate.jpa.boot.spi.PersistenceUnitDescriptor;
import org.hibernate.jpa.boot.spi.PersistenceXmlParser;
import org.hibernate.mapping.Property;

/** The host's entities, as their persistence unit lists them. No database is asked. */
public final class EntityModel {

    private final PersistenceUnitDescriptor unit;
    private final List<ClassLoader> loaders;
    private final Map<Dialects, MetadataImplementor> metadata = new ConcurrentHashMap<>();

    private EntityModel(PersistenceUnitDescriptor unit, List<ClassLoader> loaders) {
        this.unit = unit;
        this.loaders = loaders;
    }

    /**
     * {@return the entities of a persistence unit that is configured in code, with its settings, naming strategies
     * among them}
     *
     * @param unit names its classes
     */
    public static EntityModel of(PersistenceConfiguration unit) {
        List<ClassLoader> loaders = unit.managedClasses().stream()
                .map(Class::getClassLoader)
                .distinct()
                .toList();
        return new EntityModel(new PersistenceConfigurationDescriptor(unit), loaders);
    }

    /**
     * {@return these entities, embeddables and converters, with the standard settings}
     *
     * @param first a class
     * @param more further ones
     */
    public static EntityModel of(Class<?> first, Class<?>... more) {
        PersistenceConfiguration unit = new PersistenceConfiguration("entities");
        Stream.concat(Stream.of(first), Stream.of(more)).forEach(unit::managedClass);
        return of(unit);
    }

    /**
     * {@return the entities of a unit of {@code META-INF/persistence.xml}}
     *
     * @param name of the unit
     * @throws IllegalArgumentException when there is no such unit on the class path
     */
    public static EntityModel unit(String name) {
        List<URL> files =
                PersistenceXmlParser.create().getClassLoaderService().locateResources("META-INF/persistence.xml");
        PersistenceUnitDescriptor found =
                PersistenceXmlParser.create().parse(files).get(name);
        if (found == null) {
            throw new IllegalArgumentException("no persistence unit " + name + " on the class path");
        }
        return new EntityModel(found, List.of());
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
