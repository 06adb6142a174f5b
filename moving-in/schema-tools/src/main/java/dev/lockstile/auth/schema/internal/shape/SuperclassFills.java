package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.model.AbstractTimestamped;
import dev.lockstile.auth.schema.internal.sql.SuperclassValues;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;

/** What the attributes of our superclasses are worth in rows that never had them, under the host's column names. */
final class SuperclassFills {

    private SuperclassFills() {}

    static Map<String, String> of(MetadataImplementor metadata) {
        Map<String, String> fills = new TreeMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity.hasPojoRepresentation() && AbstractTimestamped.class.isAssignableFrom(entity.getMappedClass())) {
                entity.getPropertyClosure().forEach(property -> add(entity, property, fills));
            }
        }
        return fills;
    }

    /** The columns of all that our superclasses declare, under the host's names. */
    static Set<String> columns(MetadataImplementor metadata) {
        Set<String> all = new TreeSet<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity.hasPojoRepresentation()) {
                entity.getPropertyClosure().stream()
                        .filter(property -> isOurs(entity.getMappedClass(), property.getName()))
                        .forEach(property -> all.addAll(names(entity, property)));
            }
        }
        return all;
    }

    private static void add(PersistentClass entity, Property property, Map<String, String> fills) {
        String value = SuperclassValues.all().get(property.getName());
        if (value != null && isOurs(entity.getMappedClass(), property.getName())) {
            names(entity, property).forEach(name -> fills.put(name, value));
        }
    }

    private static List<String> names(PersistentClass entity, Property property) {
        return property.getSelectables().stream()
                .map(column -> EntityShapes.name(entity.getTable()) + "." + name(column))
                .toList();
    }

    /** The name of a column; a formula has none of that kind. */
    static String name(Selectable selectable) {
        return selectable instanceof Column column
                ? EntityShapes.name(column)
                : selectable.getText().toLowerCase(Locale.ROOT);
    }

    /** A host's own attribute of such a name means something else. */
    private static boolean isOurs(Class<?> entity, String attribute) {
        for (Class<?> at = entity; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    return at.getPackage().equals(AbstractTimestamped.class.getPackage());
                }
            }
        }
        return false;
    }
}
