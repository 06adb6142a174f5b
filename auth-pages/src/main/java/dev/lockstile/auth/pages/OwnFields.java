package dev.lockstile.auth.pages;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The host's own fields of a form: an input for each, under a name that no field of ours has. */
record OwnFields(List<HostField> fields) {

    private static final String PREFIX = "own_";

    /** What was typed; refuses in the form what may not be stored. */
    HostValues read(Fields form) {
        HostValues values = HostValues.NONE;
        for (HostField field : fields) {
            Object value = value(form, field);
            field.problem(value).ifPresent(problem -> form.refuse(List.of(problem), names()));
            if (value != null) {
                values = values.with(field.name(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(Fields form, HostField field) {
        String name = PREFIX + field.name();
        return switch (field.type()) {
            case TEXT -> form.optional(name, (int) Math.min(field.max(), Integer.MAX_VALUE));
            case NUMBER -> form.number(name);
            case FLAG -> form.checked(name);
            case DATE -> form.date(name);
        };
    }

    /** The name of each in the form. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        fields.forEach(field -> names.put(field.name(), PREFIX + field.name()));
        return names;
    }

    /** For the template. */
    List<Map<String, Object>> shown() {
        return fields.stream()
                .map(field -> Map.<String, Object>of(
                        "name",
                        PREFIX + field.name(),
                        "label",
                        label(field.name()),
                        "type",
                        type(field.type()),
                        "required",
                        field.isRequired() && field.type() != HostField.Type.FLAG))
                .toList();
    }

    private static String type(HostField.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "number";
            case FLAG -> "checkbox";
            case DATE -> "date";
        };
    }

    /** {@code tax_id} is Tax id. */
    private static String label(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }
}
