package dev.lockstile.auth.spring.internal.property;

import java.beans.PropertyDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/** Reads the names of properties from the type that they are bound to. */
final class PropertyNames {

    private final List<PropertyName> names = new ArrayList<>();

    private PropertyNames() {}

    /** The names below a prefix. */
    static List<PropertyName> of(String prefix, Class<?> type) {
        PropertyNames read = new PropertyNames();
        read.walk(prefix, ResolvableType.forClass(type));
        return read.names;
    }

    private void walk(String prefix, ResolvableType type) {
        Class<?> bound = type.resolve(Object.class);
        if (bound.isRecord()) {
            for (RecordComponent component : bound.getRecordComponents()) {
                add(
                        prefix + '.' + DataObjectPropertyName.toDashedForm(component.getName()),
                        ResolvableType.forMethodReturnType(component.getAccessor(), bound));
            }
            return;
        }
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(bound)) {
            if (!property.getName().equals("class")) {
                String name = prefix + '.' + DataObjectPropertyName.toDashedForm(property.getName());
                names.add(
                        new PropertyName(BeanUtils.isSimpleProperty(property.getPropertyType()) ? name : name + ".**"));
            }
        }
    }

    private void add(String name, ResolvableType type) {
        Class<?> bound = type.resolve(Object.class);
        if (Map.class.isAssignableFrom(bound)) {
            ResolvableType value = type.asMap().getGeneric(1);
            if (value.resolve(Object.class).isRecord()) {
                walk(name + ".*", value);
            } else {
                names.add(new PropertyName(name + ".**"));
            }
        } else if (Collection.class.isAssignableFrom(bound)
                && type.asCollection().getGeneric(0).resolve(Object.class).isRecord()) {
            walk(name, type.asCollection().getGeneric(0));
        } else if (bound.isRecord()) {
            walk(name, type);
        } else {
            names.add(new PropertyName(name));
        }
    }
}
