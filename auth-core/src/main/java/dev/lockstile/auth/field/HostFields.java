package dev.lockstile.auth.field;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a host has declared.
 *
 * @param registration set at a registration; columns of the user
 * @param account read and changed by the owner; columns of the user
 * @param profile of profiles, read and changed by the owner; columns of the profile
 */
public record HostFields(List<HostField> registration, List<HostField> account, List<HostField> profile) {

    /** No fields. */
    public static final HostFields NONE = new HostFields(List.of(), List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param profile of profiles, read and changed by the owner; columns of the profile
     * @param registration set at a registration; columns of the user
     * @param account read and changed by the owner; columns of the user
     */
    public HostFields {
        registration = List.copyOf(registration);
        account = List.copyOf(account);
        profile = List.copyOf(profile);
    }

    /** {@return true when the host has declared none} */
    public boolean isEmpty() {
        return registration.isEmpty() && account.isEmpty() && profile.isEmpty();
    }

    /** {@return the columns of the fields} */
    public List<HostColumn> columns() {
        return Stream.concat(
                        Stream.concat(registration.stream(), account.stream())
                                .map(field -> field.column(HostColumn.Owner.USER)),
                        profile.stream().map(field -> field.column(HostColumn.Owner.PROFILE)))
                .distinct()
                .toList();
    }

    /**
     * {@return the problems of the declarations, each as {@code id: what is wrong, and what to do}; empty for none}
     */
    public List<String> problems() {
        Set<String> problems = new LinkedHashSet<>();
        problems(registration, "registrationFields", problems);
        problems(account, "accountFields", problems);
        problems(profile, "profileFields", problems);
        return List.copyOf(problems);
    }

    private static void problems(List<HostField> fields, String where, Set<String> problems) {
        Set<String> names = new HashSet<>();
        for (HostField field : fields) {
            OwnedNames.problem(field)
                    .map(problem -> problem + " (in " + where + ")")
                    .ifPresent(problems::add);
            if (!names.add(field.name())) {
                problems.add("host-field-twice: " + field.name() + " is declared twice in " + where);
            }
        }
    }

    /**
     * {@return a problem for each refused value; empty when all values are valid}
     *
     * @param fields the allowed fields
     * @param sent values by the names of fields
     * @param isNew true for a new account or profile, for which required fields must not be missing
     * @throws IllegalArgumentException for a value of another field, which is a programming error
     */
    public static List<FieldProblem> problems(Collection<HostField> fields, HostValues sent, boolean isNew) {
        Map<String, HostField> byName = byName(fields);
        if (!byName.keySet().containsAll(sent.byName().keySet())) {
            throw new IllegalArgumentException("no field of the host that may be set here is among " + sent);
        }
        List<FieldProblem> problems = new ArrayList<>();
        byName.values().stream()
                .filter(field -> isNew || sent.byName().containsKey(field.name()))
                .forEach(field -> field.problem(sent.value(field.name())).ifPresent(problems::add));
        return problems;
    }

    /**
     * {@return the values by attribute}
     *
     * @param fields the fields of the values
     * @param values by the names of fields; values of other fields are left out
     */
    public static Map<String, @Nullable Object> byAttribute(Collection<HostField> fields, HostValues values) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        for (HostField field : fields) {
            if (values.byName().containsKey(field.name())) {
                found.put(field.attribute(), values.value(field.name()));
            }
        }
        return found;
    }

    /**
     * {@return the values by field; null for a field without a value}
     *
     * @param fields the requested fields
     * @param columns values by attribute, from the store
     */
    public static HostValues byName(Collection<HostField> fields, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        fields.forEach(field -> found.put(field.name(), columns.get(field.attribute())));
        return new HostValues(found);
    }

    /**
     * {@return the attributes of the fields}
     *
     * @param fields in any order
     */
    public static Set<String> attributes(Collection<HostField> fields) {
        Set<String> attributes = new LinkedHashSet<>();
        fields.forEach(field -> attributes.add(field.attribute()));
        return attributes;
    }

    private static Map<String, HostField> byName(Collection<HostField> fields) {
        Map<String, HostField> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return byName;
    }
}
