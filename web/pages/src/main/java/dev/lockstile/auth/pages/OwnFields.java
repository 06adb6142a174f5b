package dev.lockstile.auth.pages;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.setting.SettingKeys;
import java.util.ArrayList;
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

    /** The same, with null for each that was emptied. */
    HostValues readAll(Fields form) {
        HostValues values = read(form);
        for (HostField field : fields) {
            if (!values.byName().containsKey(field.name())) {
                values = values.with(field.name(), null);
            }
        }
        return values;
    }

    /** Puts what is stored into the form. */
    void fill(Fields form, HostValues stored) {
        for (HostField field : fields) {
            Object value = stored.value(field.name());
            boolean off = field.type() == HostField.Type.FLAG && !Boolean.TRUE.equals(value);
            form.suggest(
                    PREFIX + field.name(),
                    value == null || off ? "" : field.type() == HostField.Type.FLAG ? "on" : value.toString());
        }
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

    /** All fields of a host that stand in forms, and its settings that the owner of an account sees. */
    static OwnFields of(HostFields declared, SettingKeys settings) {
        List<HostField> all = new ArrayList<>(declared.registration());
        all.addAll(declared.profile());
        settings.shownToOwner().forEach(key -> all.add(key.field()));
        return new OwnFields(all);
    }

    /** The texts of the labels by their keys, such as {@code own.tax_id}, where the host wrote none. */
    Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        fields.forEach(field -> labels.put(key(field), label(field.name())));
        return labels;
    }

    private static String key(HostField field) {
        return "own." + field.name();
    }

    /** For the template. */
    List<Map<String, Object>> shown(Texts texts) {
        return fields.stream()
                .map(field -> Map.<String, Object>of(
                        "name",
                        PREFIX + field.name(),
                        "label",
                        texts.say(key(field)),
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
