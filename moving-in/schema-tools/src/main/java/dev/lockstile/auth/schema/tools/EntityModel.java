package dev.lockstile.auth.schema.tools;

import dev.lockstile.auth.schema.internal.shape.AttributeShape;
import dev.lockstile.auth.schema.internal.shape.MappedEntities;
import jakarta.persistence.PersistenceConfiguration;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.boot.spi.PersistenceConfigurationDescriptor;
import org.hibernate.jpa.boot.spi.PersistenceUnitDescriptor;
import org.hibernate.jpa.boot.spi.PersistenceXmlParser;

/** The host's entities, as their persistence unit lists them. No database is asked. */
public final class EntityModel {

    private final MappedEntities mapped;

    private EntityModel(PersistenceUnitDescriptor unit, List<ClassLoader> loaders) {
        this.mapped = new MappedEntities(unit, loaders);
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

    /** {@return the entity classes} */
    public List<Class<?>> classes() {
        return mapped.classes();
    }

    /**
     * {@return the table of an entity of this model}
     *
     * @param entity a class of this model
     */
    public String table(Class<?> entity) {
        return mapped.table(entity);
    }

    /**
     * {@return the attributes of an entity of this model that have one column, the key left out, each with its column}
     *
     * @param entity a class of this model
     */
    public Map<String, String> columns(Class<?> entity) {
        return mapped.attributes(entity).stream()
                .collect(Collectors.toMap(AttributeShape::name, AttributeShape::column));
    }

    /**
     * {@return the text of a file {@code mapped.columns}, which tells what the entities of a release are mapped to}
     * {@link PendingLint} reads it where it lies beside the changelog.
     */
    public String mappedColumns() {
        return ReleasedColumns.of(this);
    }

    /** {@return what this module reads from them; its type is no part of the API} */
    public MappedEntities mapped() {
        return mapped;
    }
}
