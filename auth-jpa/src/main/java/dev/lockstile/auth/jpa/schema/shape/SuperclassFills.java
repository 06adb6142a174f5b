package dev.lockstile.auth.jpa.schema.shape;

import dev.lockstile.auth.model.AbstractTimestamped;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.spi.MetadataImplementor;
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

    private static void add(PersistentClass entity, Property property, Map<String, String> fills) {
        String value = SuperclassValues.all().get(property.getName());
        if (value == null || !isOurs(entity.getMappedClass(), property.getName())) {
            return;
        }
        for (Selectable column : property.getSelectables()) {
            String name = entity.getTable().getName() + "." + column.getText();
            fills.put(name.toLowerCase(Locale.ROOT), value);
        }
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
