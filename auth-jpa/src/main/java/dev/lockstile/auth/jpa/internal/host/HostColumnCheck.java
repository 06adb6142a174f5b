package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.model.AbstractTimestamped;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import jakarta.persistence.Column;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Lob;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Finds out whether a host's fields are columns that the library may write: attributes that the host declares, of a
 * type and length that fit, in a column that no attribute of the library has.
 */
public final class HostColumnCheck {

    private static final Set<Class<?>> NUMBERS =
            Set.of(long.class, Long.class, int.class, Integer.class, short.class, Short.class);
    private static final int USUAL_LENGTH = 255;

    private final EntityType<?> entity;
    private final EntityPersister persister;
    private final HostEntity<?> host;

    private HostColumnCheck(EntityManagerFactory emf, HostEntity<?> host) {
        this.host = host;
        this.entity = emf.getMetamodel().entity(host.type());
        this.persister = emf.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(host.type());
    }

    /** What is wrong, each as {@code id: what is wrong, and what to do}. */
    public static List<String> problems(EntityManagerFactory emf, HostModel host, List<HostColumn> columns) {
        HostColumnCheck user = new HostColumnCheck(emf, host.user());
        HostColumnCheck profile = new HostColumnCheck(emf, host.profile());
        return columns.stream()
                .flatMap(column -> (column.owner() == HostColumn.Owner.USER ? user : profile).problem(column).stream())
                .distinct()
                .toList();
    }

    private Optional<String> problem(HostColumn field) {
        Attribute<?, ?> attribute = entity.getAttributes().stream()
                .filter(each -> each.getName().equals(field.attribute()))
                .findFirst()
                .orElse(null);
        if (attribute == null) {
            return told(
                    "host-field-missing", field, "is no attribute; declare it, or name another by inAttribute(...)");
        }
        AttributeMapping mapping = persister.findAttributeMapping(field.attribute());
        if (isOwned(attribute) || !(mapping instanceof BasicValuedModelPart column) || isShared(column)) {
            return told(
                    "host-field-owned", field, "is the library's, a key or no plain column; declare one of your own");
        }
        if (!fits(field, attribute.getJavaType())) {
            return told(
                    "host-field-type",
                    field,
                    "is no " + field.type().getSimpleName() + "; declare the type that it has, with bounds within it");
        }
        if (field.type() == String.class && field.max() > length(attribute)) {
            return told("host-field-length", field, "holds " + length(attribute) + " characters; allow no more");
        }
        boolean isFilled = persister.getPropertyValue(host.create(), field.attribute()) != null;
        return mapping.getAttributeMetadata().isNullable() || isFilled
                ? Optional.empty()
                : told("host-field-not-null", field, "may not be null; allow null, or give it an initial value");
    }

    private Optional<String> told(String id, HostColumn field, String what) {
        return Optional.of(id + ": " + field.field() + ": " + host.name() + "." + field.attribute() + " " + what);
    }

    private static boolean isOwned(Attribute<?, ?> attribute) {
        return attribute.getDeclaringType().getJavaType().getPackage() == AbstractTimestamped.class.getPackage()
                || !(attribute instanceof SingularAttribute<?, ?> singular)
                || singular.isId()
                || singular.isVersion();
    }

    /** A second attribute on a column of the library's would be a way round its rules. */
    private boolean isShared(BasicValuedModelPart column) {
        return column.isFormula()
                || entity.getAttributes().stream()
                        .filter(HostColumnCheck::isOwned)
                        .map(owned -> persister.findAttributeMapping(owned.getName()))
                        .anyMatch(owned -> owned instanceof BasicValuedModelPart basic
                                && basic.getSelectionExpression().equalsIgnoreCase(column.getSelectionExpression()));
    }

    private static boolean fits(HostColumn field, Class<?> type) {
        if (field.type() == Long.class) {
            return NUMBERS.contains(type) && field.min() >= least(type) && field.max() <= most(type);
        }
        return type == field.type() || (field.type() == Boolean.class && type == boolean.class);
    }

    private static long least(Class<?> type) {
        return -most(type) - 1;
    }

    private static long most(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return Long.MAX_VALUE;
        }
        return type == int.class || type == Integer.class ? Integer.MAX_VALUE : Short.MAX_VALUE;
    }

    private static int length(Attribute<?, ?> attribute) {
        if (!(attribute.getJavaMember() instanceof AnnotatedElement member)) {
            return USUAL_LENGTH;
        }
        Column column = member.getAnnotation(Column.class);
        if (member.isAnnotationPresent(Lob.class)
                || (column != null && !column.columnDefinition().isEmpty())) {
            return Integer.MAX_VALUE;
        }
        return column == null ? USUAL_LENGTH : column.length();
    }
}
