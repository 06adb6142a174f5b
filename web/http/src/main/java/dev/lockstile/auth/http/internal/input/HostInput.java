package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the host has declared, and no others. */
public final class HostInput {

    private HostInput() {}

    /** What was sent for something that is added, so that a required field may not be missing. */
    public static HostValues ofNew(RequestFields form, List<HostField> fields) {
        return read(form, fields, true);
    }

    /** What was sent for something that is there; a field that is not sent stays as it is. */
    public static HostValues ofChange(RequestFields form, List<HostField> fields) {
        return read(form, fields, false);
    }

    private static HostValues read(RequestFields form, List<HostField> fields, boolean isNew) {
        HostValues values = HostValues.NONE;
        for (HostField field : fields) {
            Object value = value(form, field);
            boolean isSent = form.has(field.name());
            if (isSent || isNew) {
                field.problem(value).ifPresent(form::refuseUnlessRefused);
            }
            if (isSent) {
                values = values.with(field.name(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(RequestFields form, HostField field) {
        return switch (field.type()) {
            case TEXT -> form.optional(field.name(), (int) Math.min(field.max(), Integer.MAX_VALUE));
            case NUMBER -> form.number(field.name());
            case FLAG -> form.flag(field.name());
            case DATE -> form.date(field.name(), LocalDate.MIN, LocalDate.MAX);
        };
    }
}
