package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.secret.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as text with nothing hidden: the records' own texts leave out what is secret, which a canary test looks for. */
final class Dump {

    private Dump() {}

    static Stream<String> rows(Table<?> table) {
        return Tables.committed(table).stream().map(row -> table.name() + " " + text(row));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        if (value instanceof SettingsJson settings) {
            return settings.text();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Record row ? components(row) : String.valueOf(value);
    }

    private static String components(Record row) {
        return Arrays.stream(row.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + text(valueOf(component, row)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static @Nullable Object valueOf(RecordComponent component, Record row) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
